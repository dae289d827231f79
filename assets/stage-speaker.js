// The speaker's window and the stage tell each other every change: directly, which works from a file on disk too, and
// over a channel, which finds the other again after either was loaded anew. The timer goes on while the window is shut.
(() => {
  "use strict";
  const root = document.documentElement;
  const isFile = location.protocol === "file:";
  const isSpeaker = root.classList.contains("speaker");
  const { deck, minutes } = document.querySelector(".deck").dataset;
  const SIZE = "popup,width=1180,height=760";

  // A pair of windows has a name of its own, so that two stages in one browser do not move each other.
  const named = () => {
    const key = `stage-${deck}`;
    try {
      const found = sessionStorage.getItem(key) || Math.random().toString(36).slice(2, 10);
      sessionStorage.setItem(key, found);
      return found;
    } catch {
      return Math.random().toString(36).slice(2, 10); // no storage here: the name lasts as long as the page
    }
  };
  const pair = isSpeaker ? new URLSearchParams(location.search).get("speaker") : named();
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`stage-${deck}-${pair}`) : null;
  let other = isSpeaker ? opener : null;
  let now;
  let parts = 1; // in how many steps the slide that stands is revealed
  const timer = { since: 0, spent: 0 };
  const isTime = (said) => [said?.since, said?.spent].every(Number.isFinite);
  // The stage keeps the time too, so that it goes on when the page is loaded anew while no speaker's window is open.
  const TIMER = `stage-timer-${deck}`;
  const setTimer = (said) => {
    Object.assign(timer, said);
    try {
      sessionStorage.setItem(TIMER, JSON.stringify(timer));
    } catch {
      // no storage here: the time lasts as long as the page
    }
  };
  try {
    const kept = JSON.parse(sessionStorage.getItem(TIMER));
    if (!isSpeaker && isTime(kept)) Object.assign(timer, kept);
  } catch {
    // nothing kept, or nothing that can be read
  }

  const send = (message) => {
    const full = { stage: deck, pair, ...message };
    if (channel) channel.postMessage(full);
    if (other && !other.closed) other.postMessage(full, isFile ? "*" : location.origin);
  };
  // Whoever comes later asks how things stand, and is told; what was done here since then is newer than the answer.
  let asking = false;
  const greet = () => {
    asking = true;
    send({ hello: true });
  };
  const hear = ({ data }) => {
    if (typeof data !== "object" || data === null || data.stage !== deck || data.pair !== pair) return;
    heard = Date.now();
    if (data.hello && now) send({ state: now, timer, answer: true });
    if (data.bye) heard = 0;
    if (data.answer && !asking) return;
    if (data.state) asking = false;
    if (isTime(data.timer)) setTimer({ since: data.timer.since, spent: data.timer.spent });
    if (data.state && typeof data.state === "object") {
      document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state: data.state, from: "other" } }));
    }
    tick();
  };
  let heard = 0;
  if (channel) channel.addEventListener("message", hear);
  addEventListener("message", (event) => {
    if (event.source !== other && event.source !== opener) return;
    if (!isFile && event.origin !== location.origin) return;
    hear(event);
  });

  document.addEventListener("stage:now", ({ detail: { state, steps, from } }) => {
    const first = now === undefined;
    const moved = now && (now.at !== state.at || now.step !== state.step);
    // The grid is opened where it is wanted; the rest is the same in both windows.
    const { grid: _, ...shared } = state;
    now = shared;
    parts = steps;
    if (first) greet();
    else if (from !== "other") {
      asking = false;
      if (moved && !timer.since && !timer.spent) setTimer({ since: Date.now() });
      send({ state: now, timer });
    }
    tick();
  });

  document.addEventListener("stage:speaker", () => {
    if (isSpeaker) return other && !other.closed ? other.focus() : undefined;
    const query = new URLSearchParams(location.search);
    for (const name of ["kiosk", "auto"]) query.delete(name);
    query.set("speaker", pair);
    if (!isFile && !navigator.onLine) return document.dispatchEvent(new CustomEvent("stage:note", { detail: "noNet" }));
    other = open(`${location.pathname}?${query}`, `stage-${pair}`, SIZE);
    if (!other) document.dispatchEvent(new CustomEvent("stage:note", { detail: "blocked" }));
  });

  const two = (number) => String(number).padStart(2, "0");
  const spent = () => timer.spent + (timer.since ? Date.now() - timer.since : 0);
  const linked = () => (other ? !other.closed : Date.now() - heard < 5000);
  const tick = () => {
    if (!isSpeaker || !now) return;
    const seconds = Math.floor(spent() / 1000);
    const over = seconds > 60 * Number(minutes);
    const here = new Date();
    for (const desk of document.querySelectorAll(".desk")) {
      const clock = desk.querySelector(".clock");
      clock.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}${over ? ` ${desk.closest(".ui").dataset.over}` : ""}`;
      clock.classList.toggle("over", over);
      const button = desk.querySelector("[data-timer=toggle]");
      button.textContent = timer.since ? button.dataset.stop : button.dataset.start;
      desk.querySelector(".now").textContent = `${two(here.getHours())}:${two(here.getMinutes())}`;
      const at = desk.querySelector(".at");
      const shown = at.dataset.shown.replace("{step}", Math.min(now.step, parts)).replace("{count}", parts);
      const blank = now.blank ? ` · ${at.dataset[now.blank]}` : "";
      at.textContent = `${now.at + 1} / ${now.show.length}${parts > 1 ? ` · ${shown}` : ""}${blank}`;
      at.classList.toggle("over", Boolean(blank));
      const link = desk.querySelector(".link");
      link.textContent = linked() ? link.dataset.linked : link.dataset.alone;
    }
  };
  addEventListener("click", ({ target }) => {
    const asked = target.closest("[data-timer]")?.dataset.timer;
    if (!asked) return;
    const total = asked === "reset" ? 0 : spent();
    const runs = asked === "reset" ? Boolean(timer.since) : !timer.since;
    setTimer({ spent: total, since: runs ? Date.now() : 0 });
    send({ timer });
    tick();
  });
  addEventListener("pagehide", () => send({ bye: true }));
  if (isSpeaker) {
    setInterval(() => {
      tick();
      if (!other) greet();
    }, 1000);
  }
})();
