// The timetable: sessions on a timeline of rooms or trainers, their details beside it, and what a move would break and cost.
import { getJson, show, tell } from "./muster.js";

const box = document.getElementById("timeline");
const details = document.getElementById("details");
const dialog = document.getElementById("weigh");
const plan = `/plans/${encodeURIComponent(box?.dataset.plan ?? "")}`;
const slots = [...document.querySelectorAll("#slots li")].map((item) => ({ ...item.dataset }));
const isByTrainer = box?.dataset.by === "trainers";
const canMove = box?.dataset.edit === "true";
// An attribute without a value is not there at all.
const filter = { venue: box?.dataset.venue ?? "", module: box?.dataset.module ?? "" };
let timeline = null;

/** Pages of a list, all of them. */
async function all(path, query) {
  const items = [];
  for (let page = 0, total = 1; items.length < total; page++) {
    const answer = await getJson(`/v1${plan}/${path}?${new URLSearchParams({ ...query, page, size: 500 })}`);
    total = answer.total;
    items.push(...answer.items);
    if (answer.items.length === 0) {
      break;
    }
  }
  return items;
}

/** A part of another page, its heading one step lower. */
async function partOf(url, selector) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (answer.redirected && new URL(answer.url).pathname === "/sign-in") {
    location.assign(url);
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector(answer.ok ? selector : "main");
  const heading = part.querySelector("h1");
  const title = document.createElement("h2");
  title.className = "h4 mt-0";
  title.tabIndex = -1;
  title.textContent = heading.textContent;
  heading.replaceWith(title);
  return part;
}

async function openDetails(id, isFocused) {
  const part = await partOf(`${plan}/timetable/${encodeURIComponent(id)}`, "#session");
  const close = document.createElement("button");
  close.className = "btn-close float-end";
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => {
    details.hidden = true;
    box.querySelector(".session[tabindex='0']")?.focus();
  });
  details.replaceChildren(close, ...part.childNodes);
  details.hidden = false;
  const url = new URL(location.href);
  url.searchParams.set("session", id);
  history.replaceState(null, "", url);
  if (isFocused) {
    details.querySelector("h2").focus();
  }
}

/** Shows what a decision breaks and costs, to be confirmed or left. */
async function weigh(url) {
  const waiting = document.createElement("p");
  waiting.setAttribute("role", "status");
  waiting.textContent = "Working out what it breaks and costs.";
  dialog.replaceChildren(waiting);
  if (!dialog.open) {
    dialog.showModal();
  }
  let part;
  try {
    part = await partOf(url, "#weighed");
  } catch (problem) {
    dialog.close();
    throw problem;
  }
  const leave = document.createElement("button");
  leave.className = "btn btn-outline-secondary";
  leave.type = "button";
  leave.textContent = "Leave it as it is";
  leave.addEventListener("click", () => dialog.close());
  part.querySelector(".leave")?.remove();
  (part.querySelector(".actions") ?? part).append(leave);
  dialog.replaceChildren(...part.childNodes);
  (dialog.querySelector("#reason") ?? leave).focus();
}

const back = () => `timetable${location.search}`;
const moveUrl = (fields) => `${plan}/weigh?${new URLSearchParams([...fields, ["back", back()]])}`;

function shade(session) {
  const percent = session.capacity ? (100 * session.booked) / session.capacity : 0;
  return percent >= 100 ? "occ-full" : percent >= 85 ? "occ-high" : percent >= 60 ? "occ-mid" : "occ-low";
}

function label(session) {
  const link = document.createElement("a");
  link.href = `${plan}/timetable/${encodeURIComponent(session.sessionId)}`;
  link.className = "session";
  link.tabIndex = -1;
  link.dataset.session = session.sessionId;
  link.draggable = false;
  const name = document.createElement("span");
  name.textContent = session.moduleId;
  const figures = document.createElement("span");
  figures.className = "figures-line";
  figures.textContent = `${session.booked}/${session.capacity}`;
  link.append(name, figures);
  return link;
}

const clock = (text) => text.slice(0, 16);

function items(list) {
  return list.flatMap((session) => {
    const rows = isByTrainer ? session.trainerIds : [session.roomId ?? "virtual"];
    return rows.map((row) => ({
      id: `${session.sessionId}|${row}`,
      group: row,
      start: clock(session.start),
      end: clock(session.end),
      content: session.moduleName,
      session,
      className: shade(session),
      title: `${session.moduleName}, ${show.day(session.date)}, ${session.booked} of ${session.capacity} seats booked`,
    }));
  });
}

function groups(list, rooms, trainers) {
  const used = new Set(list.map((item) => item.group));
  if (isByTrainer) {
    trainers.forEach((trainer) => used.add(trainer.trainerId));
    return [...used].map((id) => ({ id, content: id }));
  }
  const shown = rooms.map((room) => ({ id: room.roomId, content: `${room.roomId} (${room.capacity})`, title: room.venueName }));
  return used.has("virtual") ? [...shown, { id: "virtual", content: "Virtual" }] : shown;
}

/** The slot that begins nearest to a moment of a day. */
function nearest(date) {
  const minutes = date.getHours() * 60 + date.getMinutes();
  const distance = (slot) => Math.abs(Number(slot.start.slice(0, 2)) * 60 + Number(slot.start.slice(3)) - minutes);
  return slots.reduce((best, slot) => (distance(slot) < distance(best) ? slot : best));
}

const iso = (date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

function snap(date) {
  const slot = nearest(date);
  return new Date(`${iso(date)}T${slot.start}`);
}

/** A session was dropped elsewhere: it goes back, and what the move would do is shown. */
function moved(item, callback) {
  callback(null);
  const session = item.session;
  const start = new Date(item.start);
  const fields = [
    ["session", session.sessionId],
    ["date", iso(start)],
    ["slot", nearest(start).id],
  ];
  const row = item.id.slice(item.id.lastIndexOf("|") + 1);
  if (isByTrainer) {
    if (session.roomId) {
      fields.push(["room", session.roomId]);
    }
    const isOther = item.group !== row;
    session.trainerIds.forEach((trainer) => fields.push(["trainer", isOther && trainer === row ? item.group : ""]));
  } else if (item.group !== "virtual") {
    fields.push(["room", item.group]);
  }
  const isSame = iso(start) === session.date && nearest(start).id === session.slots[0] && item.group === row;
  if (!isSame) {
    weigh(moveUrl(fields)).catch(tell);
  }
}

function keys(event) {
  const link = event.target.closest?.(".session");
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!link || !step) {
    return;
  }
  event.preventDefault();
  const order = timeline.itemsData
    .get()
    .sort((a, b) =>
      event.key === "ArrowRight" || event.key === "ArrowLeft"
        ? a.group.localeCompare(b.group) || a.start.localeCompare(b.start)
        : a.start.localeCompare(b.start) || a.group.localeCompare(b.group),
    );
  const at = order.findIndex((item) => item.id === link.dataset.item);
  const target = order[at + step];
  if (target && !focusItem(target.id)) {
    // It is not drawn until it is scrolled to.
    timeline.focus(target.id, { animation: false, zoom: false });
    setTimeout(() => focusItem(target.id), 100);
  }
}

function focusItem(id) {
  box.querySelectorAll(".session[tabindex='0']").forEach((other) => (other.tabIndex = -1));
  const link = box.querySelector(`.session[data-item="${CSS.escape(id)}"]`);
  if (link) {
    link.tabIndex = 0;
    link.focus();
  }
  return link;
}

/** A person from the class list is dropped on a session. */
function dropped(event) {
  const person = JSON.parse(event.dataTransfer.getData("application/json") || "null");
  const target = timeline.getEventProperties(event).item;
  if (!person || !target) {
    return;
  }
  event.preventDefault();
  const session = timeline.itemsData.get(target).session;
  weigh(moveUrl([["act", ["MOVE", person.staff, person.module, session.sessionId].join("|")]])).catch(tell);
}

async function draw() {
  const { from, to } = box.dataset;
  const [found, rooms, trainers] = await Promise.all([
    all("sessions", { from, to, ...filter, sort: "date" }),
    isByTrainer ? [] : all("rooms", { venue: filter.venue }),
    isByTrainer && box.dataset.trainers === "true" ? all("trainers", { module: filter.module }) : [],
  ]);
  const list = items(found);
  const first = slots[0].start;
  const last = slots[slots.length - 1].end;
  const start = new Date(`${from}T${first}`);
  const end = new Date(`${to}T${last}`);
  // Nobody trains at weekends, which the timeline leaves out; it must not end in what it leaves out.
  end.setDate(end.getDate() - 2);
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short" });
  document.getElementById("drawing").remove();
  timeline = new window.vis.Timeline(box, new window.vis.DataSet(list), new window.vis.DataSet(groups(list, rooms, trainers)), {
    start,
    end,
    min: start,
    max: end,
    stack: false,
    groupOrder: "id",
    zoomable: false,
    moveable: false,
    verticalScroll: true,
    maxHeight: "70vh",
    orientation: { axis: "top", item: "top" },
    showCurrentTime: false,
    showMajorLabels: false,
    timeAxis: { scale: "day", step: 1 },
    format: { minorLabels: (date) => day.format(date.toDate()) },
    margin: { item: { horizontal: 2, vertical: 3 }, axis: 4 },
    hiddenDates: [
      { start: `2024-01-01 ${last}`, end: `2024-01-02 ${first}`, repeat: "daily" },
      { start: "2024-01-06 00:00:00", end: "2024-01-08 00:00:00", repeat: "weekly" },
    ],
    snap,
    selectable: canMove,
    editable: canMove ? { updateTime: true, updateGroup: true, add: false, remove: false, overrideItems: false } : false,
    itemsAlwaysDraggable: canMove ? { item: true, range: false } : false,
    onMove: moved,
    template: (item) => {
      const link = label(item.session);
      link.dataset.item = item.id;
      return link;
    },
  });
  timeline.on("click", (event) => {
    // The Enter key's click is dealt with below: details that come twice would undo what is typed into the first.
    if (event.item && event.event.detail !== 0) {
      openDetails(timeline.itemsData.get(event.item).session.sessionId, false).catch(tell);
    }
  });
  timeline.on("changed", () => {
    const reachable = box.querySelector(".session[tabindex='0']");
    if (!reachable && box.querySelector(".session")) {
      box.querySelector(".session").tabIndex = 0;
    }
  });
  box.dataset.drawn = "true";
  if (box.dataset.session) {
    openDetails(box.dataset.session, false).catch(tell);
  }
}

if (box) {
  box.addEventListener("click", (event) => {
    const link = event.target.closest(".session");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // A pointer's click is the timeline's; this one is the Enter key's.
      if (event.detail === 0) {
        openDetails(link.dataset.session, true).catch(tell);
      }
    }
  });
  box.addEventListener("keydown", keys);
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", dropped);
  details.addEventListener("dragstart", (event) => {
    const person = event.target.closest("[data-staff]");
    if (person) {
      event.dataTransfer.setData("application/json", JSON.stringify({ ...person.dataset }));
    }
  });
  details.addEventListener("submit", (event) => {
    if (event.target.matches("form.weigh")) {
      event.preventDefault();
      weigh(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`).catch(tell);
    }
  });
  details.addEventListener("click", (event) => {
    const link = event.target.closest("a.weigh");
    if (link) {
      event.preventDefault();
      weigh(link.href).catch(tell);
    }
  });
  draw().catch(tell);
}
