// Runs before the page is drawn: what would otherwise be seen to change.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("portzero-theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
    }
  } catch {
    // Storage is forbidden: the theme is that of the system.
  }
})();
