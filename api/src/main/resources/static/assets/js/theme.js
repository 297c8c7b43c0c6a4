// Light or dark, before anything is drawn: what the person chose, else what the machine is set to.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("muster-theme");
  } catch {
    // Nothing is remembered where the browser may not.
  }
  const isDark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.bsTheme = isDark ? "dark" : "light";
})();
