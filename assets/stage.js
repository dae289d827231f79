// The deck: which slide stands, how much of it is revealed, in which language, theme and order. The address keeps it.
// Others ask for changes with the event "stage:ask" and hear of them with "stage:now"; both carry parts of the state.
(() => {
  "use strict";
  const root = document.documentElement;
  const deck = document.querySelector(".deck");
  const LANGS = ["zh", "en"];
  const THEMES = ["light", "dark", "projector"];
  const frames = Object.fromEntries(
    LANGS.map((lang) => [lang, new Map([...deck.querySelectorAll(`.frame[data-lang="${lang}"]`)].map((each) => [each.dataset.id, each]))]),
  );
  const ids = [...frames.zh.keys()];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const home = root.dataset.lang === undefined ? "zh" : location.pathname.startsWith("/en/") ? "en" : location.pathname.startsWith("/zh/") ? "zh" : root.dataset.lang;

  const known = (list) => [...new Set(list)].filter((id) => ids.includes(id));
  const ui = (lang = state.lang) => document.querySelector(`.ui[data-lang="${lang}"]`);
  const frame = () => frames[state.lang].get(state.show[state.at]);

  const read = () => {
    const asked = new URLSearchParams(location.search);
    const show = known((asked.get("show") || "").split(","));
    const number = Number(asked.get("slide"));
    const list = show.length ? show : ids;
    return {
      show: list,
      at: Number.isInteger(number) && number >= 1 && number <= list.length ? number - 1 : 0,
      step: 1,
      lang: root.dataset.lang,
      theme: root.dataset.theme || "",
      blank: "",
      code: false,
      grid: false,
    };
  };
  const state = read();

  const write = () => {
    const kept = new URLSearchParams(location.search);
    const put = (name, value, usual) => (value === usual ? kept.delete(name) : kept.set(name, value));
    put("slide", String(state.at + 1), "1");
    put("lang", state.lang, home);
    put("theme", state.theme, "");
    put("show", state.show.join(","), ids.join(","));
    const query = kept.toString().replaceAll("%2C", ",");
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}`);
    } catch {
      // a browser that keeps the address of a file as it is: the deck goes on without it
    }
  };

  // The marks of a slide that are shown one after the other; none where motion is not wanted.
  const steps = (of = frame()) => {
    if (still.matches) return 1;
    const counts = [...of.querySelectorAll("[data-reveal] .wide svg")].map((each) => each.querySelectorAll(".mark").length);
    return Math.max(1, ...counts);
  };
  // A slide that is left, and each among all slides, stands whole.
  const reveal = (of) => {
    const all = of !== frame() || state.grid || steps() === 1;
    for (const drawing of of.querySelectorAll("[data-reveal] svg")) {
      drawing.classList.toggle("part", !all && state.step < steps());
      drawing.querySelectorAll(".mark").forEach((mark, n) => mark.classList.toggle("unseen", !all && n >= state.step));
    }
  };

  const standingOrder = Object.fromEntries(LANGS.map((lang) => [lang, ids.join()]));
  const arrange = () => {
    const rest = ids.filter((id) => !state.show.includes(id));
    for (const lang of LANGS) {
      for (const id of [...state.show, ...rest]) {
        const each = frames[lang].get(id);
        const place = state.show.indexOf(id);
        each.classList.toggle("off", place < 0);
        each.querySelector("[data-tile=hide]").setAttribute("aria-pressed", String(place < 0));
        each.querySelector("[data-tile=go]").disabled = place < 0;
        if (place >= 0) {
          each.querySelector(".count").textContent = `${place + 1} / ${state.show.length}`;
          each.setAttribute("aria-label", numbered(lang, place));
        }
      }
      // Moving a slide makes the browser lay it out anew, so it is done only for another order.
      const order = [...state.show, ...rest];
      if (order.join() !== standingOrder[lang]) deck.append(...order.map((id) => frames[lang].get(id)));
      standingOrder[lang] = order.join();
    }
  };
  const numbered = (lang, place) => ui(lang).dataset.of.replace("{number}", place + 1).replace("{count}", state.show.length);

  let standing = [];
  const paint = () => {
    for (const each of standing) each.classList.remove("current", "next");
    const next = frames[state.lang].get(state.show[state.at + 1]);
    standing = [...deck.querySelectorAll(".current"), frame(), ...(next ? [next] : [])];
    for (const each of standing) each.classList.remove("current", "next");
    frame().classList.add("current");
    if (next) next.classList.add("next");
    standing.forEach(reveal);
    root.dataset.lang = state.lang;
    root.lang = state.lang === "zh" ? "zh-CN" : "en";
    if (state.theme) root.dataset.theme = state.theme;
    else delete root.dataset.theme;
    root.dataset.blank = state.blank;
    root.classList.toggle("codes", state.code);
    root.classList.toggle("grid", state.grid);
    document.querySelector(".progress div").style.width = `${(100 * (state.at + 1)) / state.show.length}%`;
    document.title = ui().dataset.title;
  };
  const say = () => {
    document.querySelector("[data-live]").textContent = `${numbered(state.lang, state.at)} ${frame().querySelector("h2").textContent}`;
  };

  // Only what is of its kind and in its range is taken: the speaker's window and the address may say anything.
  const CHECKS = {
    at: (value) => Number.isInteger(value) && value >= 0 && value < state.show.length,
    step: (value) => Number.isInteger(value) && value >= 1 && value < 1000,
    lang: (value) => LANGS.includes(value),
    theme: (value) => value === "" || THEMES.includes(value),
    blank: (value) => ["", "black", "white"].includes(value),
    code: (value) => typeof value === "boolean",
    grid: (value) => typeof value === "boolean",
  };
  const take = (asked) => {
    const before = { ...state };
    if (Array.isArray(asked.show) && known(asked.show).length) {
      state.show = known(asked.show);
      state.at = Math.min(state.at, state.show.length - 1);
    }
    for (const [name, holds] of Object.entries(CHECKS)) if (name in asked && holds(asked[name])) state[name] = asked[name];
    state.step = Math.min(state.step, steps());
    if (before.show.join() !== state.show.join()) arrange();
    paint();
    write();
    if (before.at !== state.at || before.lang !== state.lang || before.show[before.at] !== state.show[state.at]) say();
  };
  const tell = (from) => document.dispatchEvent(new CustomEvent("stage:now", { detail: { state: { ...state }, steps: steps(), from } }));
  document.addEventListener("stage:ask", ({ detail }) => {
    take(detail.state);
    tell(detail.from || "here");
  });

  arrange();
  paint();
  write();
  root.classList.remove("waiting");
  // The other scripts of the stage come after this one.
  window.stage = { start: () => tell("start"), ids };
})();
