// Collecting charts and figures for a brief, in this browser's storage. Where there is none, each place to collect
// stays what the server wrote: a link to a brief of that one item.
(() => {
  "use strict";
  const { add, in: within, now, full, colon } = document.currentScript.dataset;
  const KEY = "brief";
  const MOST = 50; // as in app/query/brief.py
  const store = (() => {
    try {
      localStorage.setItem("brief-test", "");
      localStorage.removeItem("brief-test");
      return localStorage;
    } catch {
      return null; // storage is switched off
    }
  })();
  if (!store) return;

  const read = () => (store.getItem(KEY) || "").split(",").filter(Boolean);
  const write = (items) => {
    store.setItem(KEY, items.join(","));
    show();
  };

  const live = document.querySelector("main").appendChild(document.createElement("p"));
  live.className = "visually-hidden";
  live.setAttribute("aria-live", "polite");

  // A link becomes a button: it no longer leads away.
  const buttonFor = (link) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.dataset.item = link.dataset.item;
    button.dataset.label = link.getAttribute("aria-label").slice(add.length + colon.length);
    link.replaceWith(button);
    button.addEventListener("click", () => toggle(button.dataset.item));
    return button;
  };
  let buttons = [];
  const bind = () => {
    const fresh = [...document.querySelectorAll("a[data-item]")].map(buttonFor);
    buttons = [...buttons.filter((each) => each.isConnected), ...fresh];
    show();
  };

  const toggle = (item) => {
    const items = read();
    const rest = items.filter((each) => each !== item);
    if (rest.length === items.length && items.length >= MOST) {
      live.textContent = full.replace("{most}", MOST);
      for (const button of buttons) if (button.dataset.item === item) button.textContent = live.textContent;
      return;
    }
    write(rest.length === items.length ? [...items, item] : rest);
    live.textContent = now.replace("{count}", read().length);
  };

  const show = () => {
    const items = read();
    for (const button of buttons) {
      const isIn = items.includes(button.dataset.item);
      const words = isIn ? within : add;
      button.textContent = isIn ? `✓ ${words}` : words;
      button.setAttribute("aria-label", `${words}${colon}${button.dataset.label}`);
      button.toggleAttribute("data-in", isIn);
    }
    for (const link of document.querySelectorAll("[data-brief]")) {
      link.setAttribute("href", link.pathname + (items.length ? `?items=${items.join(",")}` : ""));
      const count = link.querySelector("[data-brief-count]");
      count.textContent = items.length;
      count.hidden = !items.length;
    }
  };

  addEventListener("storage", show); // another tab has collected
  addEventListener("pageshow", show);
  addEventListener("brief", show); // the brief's own page has changed it
  addEventListener("written", bind); // the workbench has written parts of the page again
  bind();
})();
