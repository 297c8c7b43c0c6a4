// Marks a class list by keyboard, and counts what is marked.
const form = document.getElementById("attendance");
const groups = form ? [...form.querySelectorAll("[role=radiogroup]")] : [];

function count() {
  const marked = (value) => form.querySelectorAll(`input[type=radio][value=${value}]:checked`).length;
  const came = marked("yes");
  const missed = marked("no");
  document.getElementById("count").textContent =
    `${came} attended, ${missed} did not, ${groups.length - came - missed} not marked`;
}

form?.addEventListener("change", count);
form?.addEventListener("keydown", (event) => {
  const group = event.target.closest("[role=radiogroup]");
  const value = { a: "yes", n: "no" }[event.key.toLowerCase()];
  if (!group || !value || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  group.querySelector(`input[value=${value}]`).checked = true;
  count();
  const next = groups[groups.indexOf(group) + 1];
  (next?.querySelector("input:checked") ?? next?.querySelector("input") ?? form.querySelector("button")).focus();
});
