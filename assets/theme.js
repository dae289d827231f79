// Dark or light: the system's preference, unless the reader has chosen; the choice is remembered on this device only.
// It runs before the first paint, so that a chosen theme does not flash.
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is switched off: the choice lasts as long as the page
    }
  };
  const remember = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // as above
    }
  };
  const current = () => root.dataset.theme || (system.matches ? "dark" : "light");

  const show = (button) => button.setAttribute("aria-pressed", String(current() === "dark"));
  const choose = (theme) => {
    root.dataset.theme = theme;
    remember(theme);
  };

  const chosen = remembered();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      show(button);
      button.addEventListener("click", () => {
        choose(current() === "dark" ? "light" : "dark");
        show(button);
      });
      system.addEventListener("change", () => show(button));
    }
  });
})();
