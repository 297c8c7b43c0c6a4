// Parts of a page that come later: the one that was linked to is shown when it is there, and one that does not come says so.

document.addEventListener("htmx:afterSettle", () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const wanted = id.startsWith("why-") ? document.getElementById(id) : null;
  if (wanted && !wanted.dataset.shown) {
    wanted.dataset.shown = "true";
    wanted.scrollIntoView();
    wanted.focus({ preventScroll: true });
  }
});

for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    const waiting = event.target.querySelector(".waiting");
    if (waiting) {
      waiting.textContent = "This could not be worked out. Load the page again to try once more.";
    }
  });
}
