// A team's days as a chart: how many train, against how many may. The figures are those of the table.
import { chart, show } from "./muster.js";

const days = [...document.querySelectorAll("#team-days tbody tr")].map((row) => ({
  date: row.dataset.date,
  cap: Number(row.dataset.cap),
  used: Number(row.dataset.used),
}));

if (days.length > 0) {
  chart(document.getElementById("team-chart"), (colours) => ({
    legend: { textStyle: { color: colours.text }, top: 0 },
    grid: { left: 40, right: 16, top: 36, bottom: 28 },
    xAxis: { type: "category", data: days.map((day) => show.day(day.date)), axisLabel: { color: colours.muted } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: colours.muted }, splitLine: { lineStyle: { color: colours.line } } },
    series: [
      { name: "Train", type: "bar", data: days.map((day) => day.used) },
      { name: "May train", type: "line", step: "middle", symbol: "none", data: days.map((day) => day.cap) },
    ],
  }));
}
