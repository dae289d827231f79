// Ctrl/⌘-K goes to the search box; while typing, the server's first hits appear below it. Without this, Enter searches.
(() => {
  "use strict";
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const form = box.form;
  const list = document.createElement("div");
  list.className = "suggestions";
  list.hidden = true;
  form.append(list);
  let timer = 0;
  let asked = "";

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  const show = async () => {
    const query = box.value.trim();
    asked = query;
    if (!query) {
      list.hidden = true;
      return;
    }
    const answer = await fetch(`${form.getAttribute("action")}?part=1&q=${encodeURIComponent(query)}`);
    if (!answer.ok || asked !== query) return;
    const found = await answer.text();
    list.hidden = /^\s*<!doctype/i.test(found); // a whole page: a server of files alone knows no suggestions
    if (!list.hidden) list.innerHTML = found; // our own server's HTML, escaped there
  };
  const walk = (step) => {
    const stops = [box, ...list.querySelectorAll("a")];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show().catch(() => { list.hidden = true; }), 150);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      list.hidden = true;
      box.focus();
      event.preventDefault();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      walk(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) list.hidden = true;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) list.hidden = true;
  });
})();
