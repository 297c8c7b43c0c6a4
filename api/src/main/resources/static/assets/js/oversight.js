// The charts of the oversight report, from its own tables, and its print view.
import { chart, show } from "./muster.js";

const rows = (id) => [...document.querySelectorAll(`#${id} tbody tr`)].map((row) => row.dataset);
const drawn = new Set();

function base(colours, weeks, format) {
  return {
    color: colours.series,
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colours.text } },
    tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: format },
    xAxis: { type: "category", data: weeks.map((week) => show.day(week.week)), axisLabel: { color: colours.muted } },
    yAxis: { type: "value", axisLabel: { color: colours.muted, formatter: format }, splitLine: { lineStyle: { color: colours.line } } },
  };
}

const values = (weeks, field) => weeks.map((week) => (week[field] === undefined ? null : Number(week[field])));

const charts = {
  "completion-chart": (colours) => {
    const weeks = rows("completion-weeks");
    return {
      ...base(colours, weeks, show.number),
      series: [
        { name: "Due", type: "line", symbol: "none", lineStyle: { type: "dashed", width: 2 }, data: values(weeks, "due") },
        { name: "Booked or attended", type: "line", symbol: "none", lineStyle: { width: 3 }, data: values(weeks, "booked") },
        { name: "Attended", type: "line", symbolSize: 6, data: values(weeks, "attended") },
      ],
    };
  },
  "occupancy-chart": (colours, element) => {
    const weeks = rows("occupancy-weeks");
    const percent = (value) => (value == null ? "–" : `${value}%`);
    return {
      ...base(colours, weeks, percent),
      series: [
        { name: "Occupancy", type: "bar", data: values(weeks, "pct") },
        {
          name: "Target",
          type: "line",
          symbol: "none",
          lineStyle: { type: "dashed", width: 2 },
          data: weeks.map(() => Number(element.dataset.target)),
        },
      ],
    };
  },
  "abstraction-chart": (colours) => {
    const weeks = rows("abstraction-weeks");
    return {
      ...base(colours, weeks, show.number),
      series: [
        { name: "In training, person-days", type: "bar", data: values(weeks, "used") },
        { name: "May train", type: "line", step: "middle", symbol: "none", lineStyle: { type: "dashed", width: 2 }, data: values(weeks, "cap") },
      ],
    };
  },
};

function draw() {
  for (const [id, option] of Object.entries(charts)) {
    const element = document.getElementById(id);
    if (element && !drawn.has(element)) {
      drawn.add(element);
      chart(element, (colours) => option(colours, element));
    }
  }
}

draw();
document.addEventListener("htmx:afterSettle", draw);

// Paper is white, whatever the screen is.
let theme = null;
function recolour(to) {
  document.documentElement.dataset.bsTheme = to;
  document.dispatchEvent(new Event("muster:theme"));
}
addEventListener("beforeprint", () => {
  theme = document.documentElement.dataset.bsTheme;
  recolour("light");
});
addEventListener("afterprint", () => theme && recolour(theme));
