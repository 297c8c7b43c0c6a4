// What the pages share: the theme, calls of the API with the session's cookie, messages, charts.

/** The element with the messages of a page. */
const messages = () => document.getElementById("messages");

/** Says something at the top of the page. kind: success, warning or danger. */
export function say(kind, text, details = []) {
  const box = document.createElement("div");
  box.className = `alert alert-${kind}`;
  if (kind === "danger") {
    box.setAttribute("role", "alert");
  }
  const sentence = document.createElement("p");
  sentence.className = "mb-0";
  sentence.textContent = text;
  box.append(sentence);
  if (details.length > 0) {
    const list = document.createElement("ul");
    list.className = "mb-0 mt-2";
    for (const detail of details) {
      const item = document.createElement("li");
      item.textContent = detail;
      list.append(item);
    }
    box.append(list);
  }
  messages().replaceChildren(box);
}

/** A refusal of the API: its problem details. */
export class Problem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `The service answered ${status}.`);
    this.status = status;
    this.code = problem.code;
    this.issues = problem.issues ?? [];
  }
}

async function answer(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const body = type.includes("json") ? await response.json() : null;
  if (response.status === 401) {
    location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
  }
  if (!response.ok) {
    throw new Problem(response.status, body ?? {});
  }
  return body;
}

/** Reads from the API; throws a Problem. */
export async function getJson(url) {
  return answer(await fetch(url, { headers: { Accept: "application/json" } }));
}

/** Changes something through the API; throws a Problem. */
export async function sendJson(method, url, body, headers = {}) {
  const token = document.querySelector("meta[name=csrf]")?.content ?? "";
  return answer(
    await fetch(url, {
      method,
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-XSRF-TOKEN": token,
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
}

/** Says at the top of the page what a promise was refused for. */
export function tell(problem) {
  const details = (problem.issues ?? []).map((issue) => issue.message);
  say("danger", problem.message, details);
}

/** The colours of charts, on light and dark grounds; patterns and labels go with them, colour is never alone. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return {
    text: style.getPropertyValue("--bs-body-color").trim(),
    muted: style.getPropertyValue("--bs-secondary-color").trim(),
    line: style.getPropertyValue("--bs-border-color").trim(),
    ground: style.getPropertyValue("--bs-body-bg").trim(),
    series: ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5", "--chart-6"].map((name) =>
      style.getPropertyValue(name).trim(),
    ),
  };
}

/**
 * Draws a chart (ECharts) into an element and keeps its size and colours right. option: a function of the palette. The page
 * says the same in words or in a table for who cannot see it.
 */
export function chart(element, option) {
  const drawn = window.echarts.init(element, null, { renderer: "svg" });
  const draw = () => {
    const colours = palette();
    drawn.setOption(
      {
        animation: false,
        aria: { enabled: true, decal: { show: true } },
        color: colours.series,
        textStyle: { color: colours.text, fontFamily: "inherit" },
        tooltip: { trigger: "axis", renderMode: "richText" },
        ...option(colours),
      },
      true,
    );
  };
  draw();
  new ResizeObserver(() => drawn.resize()).observe(element);
  document.addEventListener("muster:theme", draw);
  return { redraw: draw, chart: drawn };
}

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const whole = new Intl.NumberFormat("en-GB");
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** Figures as the pages show them (the server's bean `show` does the same). */
export const show = {
  pounds: (pence) => (pence == null ? "–" : pounds.format(pence / 100)),
  money: (pence) => (pence == null ? "–" : exact.format(pence / 100)),
  number: (number) => (number == null ? "–" : whole.format(number)),
  day: (date) => (date == null ? "–" : weekday.format(new Date(`${date}T00:00:00Z`))),
  share: (part, all) => (all ? `${((100 * part) / all).toFixed(1)}%` : "–"),
};

function theme() {
  const button = document.getElementById("theme-switch");
  if (!button) {
    return;
  }
  const label = () => {
    button.textContent = document.documentElement.dataset.bsTheme === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `${button.textContent} colours`);
  };
  label();
  button.addEventListener("click", () => {
    const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    document.documentElement.dataset.bsTheme = next;
    try {
      localStorage.setItem("muster-theme", next);
    } catch {
      // It holds for this page then.
    }
    label();
    document.dispatchEvent(new Event("muster:theme"));
  });
}

// A form that must not be sent twice, and one that asks before it is sent.
function submitted(event) {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  const button = event.submitter;
  if (button && !event.target.hasAttribute("hx-get") && !event.target.hasAttribute("hx-post")) {
    setTimeout(() => (button.disabled = true));
  }
}

function printed(event) {
  if (event.target.closest("[data-print]")) {
    window.print();
  }
}

// The page loads this file by an address with its hash, and a page's own module by another one: it runs twice, and only the
// first time is it to listen.
if (!window.musterListens) {
  window.musterListens = true;
  document.addEventListener("submit", submitted);
  // A page that comes back from the history has its buttons again.
  addEventListener("pageshow", () => document.querySelectorAll("form button:disabled:not([data-off])").forEach((button) => (button.disabled = false)));
  document.addEventListener("click", printed);
  theme();
}
