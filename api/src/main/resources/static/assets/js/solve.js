// How the best plan goes on while a plan is solved, and how it went when it is complete.
import { chart, getJson, show } from "./muster.js";

const MOST_POINTS = 600;
const live = document.getElementById("solve");
const done = document.getElementById("solve-chart");
const section = live ?? done;
const scores = [];

const phases = {
  load: "Reads the data.",
  scope: "Decides who is in scope.",
  construction: "Makes the first plan.",
  search: "Searches for a better plan.",
  audit: "Checks the plan against every rule.",
  write: "Stores the plan.",
};

const seconds = (millis) => {
  const all = Math.round(millis / 1000);
  return all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`;
};

/** Points enough to see the line; the last is always there. */
function thinned(points) {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, at) => at % step === 0 || at === points.length - 1);
}

function line(name, value, format, bound) {
  return (colours) => ({
    color: colours.series,
    grid: { left: 8, right: 16, top: 32, bottom: 28, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: ([point]) => `${seconds(point.value[0] * 1000)}: ${format(point.value[1])}`,
    },
    xAxis: {
      type: "value",
      name: "seconds",
      nameLocation: "middle",
      nameGap: 22,
      nameTextStyle: { color: colours.muted },
      axisLabel: { color: colours.muted },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      name,
      nameTextStyle: { color: colours.muted, align: "left" },
      axisLabel: { color: colours.muted, formatter: format },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: "line",
        name,
        step: "end",
        showSymbol: scores.length < 3,
        data: thinned(scores).map((score) => [score.millis / 1000, value(score)]),
      },
      ...(bound == null
        ? []
        : [
            {
              type: "line",
              name: "No plan is below",
              symbol: "none",
              lineStyle: { type: "dashed", width: 2 },
              endLabel: { show: true, color: colours.text, formatter: `no plan below ${format(bound)}`, align: "right", offset: [0, -10] },
              data: [0, scores.at(-1)?.millis ?? 0].map((millis) => [millis / 1000, bound]),
            },
          ]),
    ],
  });
}

const number = (text) => (text == null || text === "" ? null : Number(text));
/** What no plan goes below: of the complete plan, or as far as the solve knows. */
const least = (field, ofPlan) => number(ofPlan) ?? scores.findLast((score) => score[field] != null)?.[field] ?? null;
let charts = [];
let lines = {};
let linesChart = null;

const lineName = (id) => id.charAt(0).toUpperCase() + id.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What the best plan costs line by line, and how far it can be from the best possible. */
function drawLines(moment) {
  const bound = least("leastCostPence");
  if (bound != null) {
    const gap = ((100 * (moment.costPence - bound)) / bound).toFixed(1);
    const shortfall = least("leastShortfall");
    put(
      "bound-words",
      `No plan has a shortfall below ${show.number(shortfall)}; none of that shortfall costs less than ${show.pounds(bound)}. The best so far is ${gap}% above it.`,
    );
  }
  const known = Object.entries(moment.cost ?? {});
  if (known.length === 0) {
    document.getElementById("lines").hidden = bound == null;
    return;
  }
  lines = moment.cost;
  document.getElementById("lines").hidden = false;
  linesChart ??= chart(document.getElementById("lines-chart"), (colours) => ({
    grid: { left: 8, right: 90, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: "category",
      inverse: true,
      data: Object.keys(lines).map(lineName),
      axisLabel: { color: colours.text },
    },
    series: [
      {
        type: "bar",
        data: Object.values(lines),
        label: { show: true, position: "right", color: colours.text, formatter: ({ value }) => show.pounds(value) },
      },
    ],
  }));
  linesChart.redraw();
  linesChart.chart.resize();
  document.getElementById("cost-lines").replaceChildren(
    ...known.map(([line, pence]) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = lineName(line);
      const cost = document.createElement("td");
      cost.className = "number";
      cost.textContent = show.pounds(pence);
      row.append(name, cost);
      return row;
    }),
  );
}

function draw() {
  if (charts.length === 0) {
    charts = [
      chart(
        document.getElementById("coverage-chart"),
        (colours) =>
          line("Shortfall", (score) => score.coverageShortfall, show.number, least("leastShortfall", section.dataset.coverageBound))(colours),
      ),
      chart(
        document.getElementById("cost-chart"),
        (colours) => line("Cost", (score) => score.costPence, show.pounds, least("leastCostPence", section.dataset.costBound))(colours),
      ),
    ];
  } else {
    charts.forEach((one) => one.redraw());
  }
  const rows = thinned(scores)
    .slice(-50)
    .reverse()
    .map((score) => {
      const row = document.createElement("tr");
      const cells = [seconds(score.millis), show.number(score.booked), show.number(score.coverageShortfall), show.pounds(score.costPence)];
      for (const text of cells) {
        const cell = document.createElement("td");
        cell.className = "number";
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    });
  document.getElementById("scores").replaceChildren(...rows);
}

function put(id, text) {
  const element = document.getElementById(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function tellMoment(moment) {
  const phase = phases[moment.phase] ?? (moment.phase ? `${moment.phase}.` : "");
  put("phase", moment.state === "QUEUED" ? "Waits for its turn." : phase || "Starts.");
  put("spoken", document.getElementById("phase").textContent);
  put("state", moment.state === "QUEUED" ? "Queued" : "Solving");
  const progress = document.getElementById("progress");
  if (moment.fraction == null) {
    progress.removeAttribute("value");
    put("share", "");
  } else {
    progress.value = moment.fraction;
    put("share", `${Math.round(100 * moment.fraction)}% of the time`);
  }
  document.getElementById("attempt").hidden = moment.attempt < 2;
  if (moment.booked == null) {
    return;
  }
  put("booked", show.number(moment.booked));
  put("shortfall", show.number(moment.coverageShortfall));
  put("cost", show.pounds(moment.costPence));
  put("found", seconds(moment.millis));
  const last = scores.at(-1);
  if (!last || last.millis < moment.millis) {
    scores.push(moment);
    draw();
    drawLines(moment);
  }
}

async function watch(planId) {
  scores.push(...(await getJson(`/v1/plans/${planId}/scores`)));
  draw();
  const events = new EventSource(`/v1/plans/${planId}/events`);
  events.addEventListener("plan", (event) => {
    const moment = JSON.parse(event.data);
    if (moment.state === "QUEUED" || moment.state === "SOLVING") {
      tellMoment(moment);
    } else {
      events.close();
      location.reload();
    }
  });
}

/** Whoever may not look on in detail sees the page anew when there is something to see. */
function wait(planId) {
  setInterval(async () => {
    const { plan } = await getJson(`/v1/plans/${planId}`);
    if (plan.state !== "QUEUED" && plan.state !== "SOLVING") {
      location.reload();
    }
  }, 5000);
}

async function lookBack(planId) {
  scores.push(...(await getJson(`/v1/plans/${planId}/scores`)));
  if (scores.length === 0) {
    return;
  }
  done.hidden = false;
  const [first] = scores;
  const last = scores.at(-1);
  document.getElementById("went-words").textContent =
    `The first plan was there after ${seconds(first.millis)}: shortfall ${show.number(first.coverageShortfall)}, ${show.pounds(first.costPence)}. ` +
    `The best was found after ${seconds(last.millis)}: shortfall ${show.number(last.coverageShortfall)}, ${show.pounds(last.costPence)}.`;
  draw();
}

if (live) {
  if (live.dataset.live === "true") {
    watch(live.dataset.plan);
  } else {
    wait(live.dataset.plan);
  }
} else if (done) {
  lookBack(done.dataset.plan);
}
