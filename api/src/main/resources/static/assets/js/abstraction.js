// The heat map as a grid: arrow keys go from day to day, a day opens beside it.
import { tell } from "./muster.js";

const day = document.getElementById("day");
const content = document.getElementById("day-content");

const links = (row) => [...row.querySelectorAll("td a")];

function focusOn(link) {
  document.querySelectorAll("#heat td a[tabindex='0']").forEach((other) => (other.tabIndex = -1));
  link.tabIndex = 0;
  link.focus();
}

function go(event) {
  const link = event.target.closest("#heat td a");
  if (!link || event.altKey || event.metaKey) {
    return;
  }
  const rows = [...document.querySelectorAll("#heat tbody tr")];
  const row = rows.indexOf(link.closest("tr"));
  const cells = links(rows[row]);
  const column = cells.indexOf(link);
  const last = cells.length - 1;
  const wanted = {
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    Home: [event.ctrlKey ? 0 : row, 0],
    End: [event.ctrlKey ? rows.length - 1 : row, last],
    PageUp: [Math.max(0, row - 10), column],
    PageDown: [Math.min(rows.length - 1, row + 10), column],
  }[event.key];
  if (wanted) {
    event.preventDefault();
    const target = rows[wanted[0]] && links(rows[wanted[0]])[wanted[1]];
    if (target) {
      focusOn(target);
    }
  } else if (event.key === " ") {
    event.preventDefault();
    link.click();
  }
}

async function open(link) {
  const answer = await fetch(link.href);
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const heading = page.querySelector("#team-day h1");
  const title = document.createElement("h2");
  title.textContent = heading.textContent;
  title.className = "h4";
  heading.replaceWith(title);
  content.replaceChildren(...page.querySelector("#team-day").childNodes);
  window.htmx?.process(content);
  day.setAttribute("aria-label", title.textContent);
  day.showModal();
}

document.addEventListener("keydown", go);
document.addEventListener("click", (event) => {
  const link = event.target.closest("#heat td a");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    focusOn(link);
    open(link).catch(tell);
  }
});
