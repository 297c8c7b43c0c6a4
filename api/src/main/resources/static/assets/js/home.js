// The chart of a programme at a glance, drawn from the table of the same figures.
import { chart, show } from "./muster.js";

const numberOrNothing = (text) => (text === undefined ? null : Number(text));

function draw() {
  const element = document.getElementById("completion-chart");
  if (!element || element.dataset.drawn) {
    return;
  }
  element.dataset.drawn = "true";
  const required = Number(element.dataset.required);
  const weeks = [...document.querySelectorAll("#completion-weeks tbody tr")].map((row) => row.dataset);
  const share = (text) => {
    const number = numberOrNothing(text);
    return number === null || required === 0 ? null : Math.round((1000 * number) / required) / 10;
  };
  const line = (name, key, type, symbol) => ({
    name,
    type: "line",
    symbol,
    symbolSize: 6,
    lineStyle: { type, width: 2 },
    data: weeks.map((week) => share(week[key])),
  });
  chart(element, (colours) => ({
    legend: { top: 0, itemGap: 32, textStyle: { color: colours.text } },
    grid: { left: 48, right: 16, top: 36, bottom: 28 },
    tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => (value == null ? "–" : show.share(value, 100)) },
    xAxis: { type: "category", data: weeks.map((week) => week.week), axisLabel: { color: colours.text } },
    yAxis: { type: "value", min: 0, max: 100, axisLabel: { color: colours.text, formatter: "{value}%" }, splitLine: { lineStyle: { color: colours.line } } },
    series: [line("Trajectory", "due", "dashed", "none"), line("Booked", "booked", "solid", "circle"), line("Attended", "attended", "dotted", "rect")],
  }));
}

draw();
document.addEventListener("htmx:load", draw);
