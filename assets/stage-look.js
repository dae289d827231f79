// What the address asks of the stage, before the first paint: language, theme, kiosk, the speaker's window.
// What is unknown or wrong changes nothing. The first slide is shown at once; another one waits for the stage's script.
(() => {
  "use strict";
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  root.classList.add("js");
  if (asked.get("kiosk") === "1") root.classList.add("kiosk");
  if (asked.has("speaker")) root.classList.add("speaker");
  if (["slide", "show", "lang", "speaker"].some((name) => asked.has(name))) root.classList.add("waiting");
  const lang = asked.get("lang");
  if (lang === "zh" || lang === "en") {
    root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh-CN" : "en";
  }
  const theme = asked.get("theme");
  if (["light", "dark", "projector"].includes(theme)) root.dataset.theme = theme;
})();
