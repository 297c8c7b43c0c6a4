// Copies the text of a message, with its subject, so that it can be pasted into a mail.
import { say } from "./muster.js";

/** Copies in a way that works without HTTPS too, where browsers have no clipboard for pages. */
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  if (!isDone) {
    throw new Error("The browser does not let pages copy; select the text and copy it.");
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) {
    return;
  }
  const message = button.closest("article");
  const subject = message.querySelector("h2 span:last-of-type").textContent;
  try {
    await copy(`${subject}\n\n${message.querySelector(".message-text").textContent}`);
    button.textContent = "Copied ✓";
    button.focus();
  } catch (problem) {
    say("warning", problem.message);
  }
});
