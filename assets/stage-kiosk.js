// A deck that runs by itself: autoplay, a screen that stays awake, new data at night.
(() => {
  "use strict";
  const root = document.documentElement;
  const isKiosk = root.classList.contains("kiosk");
  const asked = Number(new URLSearchParams(location.search).get("auto"));
  const USUAL = 20; // seconds a slide of a kiosk stands where the address does not say
  const NIGHT = 3; // o'clock, when nobody stands before the screen
  const AGAIN = 3600e3; // milliseconds until the data are asked for again, after a night without network
  const seconds = asked >= 2 && asked <= 3600 ? asked : isKiosk ? USUAL : 0;
  let now;
  let paused = false;
  let waiting = 0;

  const onward = () => {
    const last = now.show.length - 1;
    if (now.at < last) return { at: now.at + 1, step: 999 };
    return isKiosk ? { at: 0, step: 999 } : null;
  };
  const wait = () => {
    clearTimeout(waiting);
    if (!seconds || paused || root.classList.contains("speaker")) return;
    waiting = setTimeout(() => {
      const state = now.grid || now.blank ? null : onward();
      if (state) document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state } }));
      else wait();
    }, seconds * 1000);
  };
  document.addEventListener("stage:now", ({ detail }) => {
    now = detail.state;
    wait();
  });
  const note = (name) => document.dispatchEvent(new CustomEvent("stage:note", { detail: name }));
  document.addEventListener("stage:pause", () => {
    if (!seconds) return note("noAuto");
    paused = !paused;
    note(paused ? "paused" : "running");
    wait();
  });

  // A browser gives the screen's lock back whenever the page is hidden.
  const stay = async () => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    try {
      await navigator.wakeLock.request("screen");
    } catch {
      // low battery, or not allowed here: the screen may go dark, the deck goes on
    }
  };
  if (seconds || isKiosk) {
    stay();
    document.addEventListener("visibilitychange", stay);
  }
  document.addEventListener("fullscreenchange", stay);

  // The page is only left for one that is there whole: its scripts and styles are fetched first.
  const isThere = async (address) => {
    try {
      const answer = await fetch(address, { cache: "reload" });
      return answer.ok ? await answer.text() : "";
    } catch {
      return "";
    }
  };
  const renew = async () => {
    const page = await isThere(location.href);
    const parts = [...new DOMParser().parseFromString(page, "text/html").querySelectorAll("script[src], link[rel=stylesheet]")];
    const found = await Promise.all(parts.map((part) => isThere(part.getAttribute("src") || part.getAttribute("href"))));
    if (page && found.every(Boolean)) location.reload();
    else setTimeout(renew, AGAIN);
  };
  if (isKiosk && location.protocol !== "file:") {
    const night = new Date();
    night.setHours(NIGHT, Math.floor(Math.random() * 30), 0, 0);
    if (night <= new Date()) night.setDate(night.getDate() + 1);
    setTimeout(renew, night - new Date());
  }
})();
