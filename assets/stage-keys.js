// Keys, clickers, fingers and buttons: each becomes a change of the deck's state.
(() => {
  "use strict";
  const root = document.documentElement;
  const IDLE = 3000; // milliseconds until the buttons hide
  const NUMBER = 3000; // and until a number that was begun is forgotten
  const SWIPE = 50; // pixels that make a swipe of a touch
  const THEMES = ["light", "dark", "projector"];
  const isSpeaker = root.classList.contains("speaker");
  let now;
  let steps = 1;
  document.addEventListener("stage:now", ({ detail }) => {
    now = detail.state;
    steps = detail.steps;
  });
  const ask = (state) => document.dispatchEvent(new CustomEvent("stage:ask", { detail: { state } }));
  const ui = () => document.querySelector(`.ui[data-lang="${now.lang}"]`);
  const help = () => ui().querySelector("dialog");

  const toast = document.querySelector(".toast");
  let fading = 0;
  const note = (text) => {
    clearTimeout(fading);
    toast.textContent = text;
    toast.hidden = !text;
    fading = setTimeout(() => (toast.hidden = true), NUMBER);
  };
  document.addEventListener("stage:note", ({ detail }) => note(ui().dataset[detail]));

  const last = () => now.show.length - 1;
  const go = (at, step = 1) => ask({ at: Math.max(0, Math.min(last(), at)), step, blank: "", grid: false });
  // Among all slides the arrows walk from one to the next; Enter shows it.
  const choose = (at) => {
    ask({ at: Math.max(0, Math.min(last(), at)), step: 999 });
    document.querySelector(".frame.current").scrollIntoView({ block: "nearest" });
  };
  const on = () => (now.grid ? choose(now.at + 1) : now.step < steps ? ask({ step: now.step + 1, blank: "" }) : now.at < last() ? go(now.at + 1) : ask({ blank: "" }));
  // A slide that is come back to stands whole.
  const back = () => (now.grid ? choose(now.at - 1) : now.step > 1 && steps > 1 ? ask({ step: now.step - 1, blank: "" }) : now.at > 0 ? go(now.at - 1, 999) : ask({ blank: "" }));
  const full = async () => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await root.requestFullscreen();
    } catch {
      // not allowed here, as in a frame: the deck fills its window all the same
    }
  };
  const shown = () => (root.dataset.theme ? root.dataset.theme : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const theme = () => ask({ theme: THEMES[(THEMES.indexOf(shown()) + 1) % THEMES.length] });
  const code = () => ("codes" in ui().dataset ? ask({ code: !now.code }) : note(ui().dataset.noCode));
  const showHelp = () => (help().open ? help().close() : help().showModal());
  const close = () => {
    digits = "";
    note("");
    ask({ blank: "", code: false, grid: false });
  };
  const print_ = (noted) => {
    if (help().open) help().close();
    root.classList.toggle("noted", noted);
    print();
  };
  addEventListener("afterprint", () => root.classList.remove("noted"));
  const DO = {
    on,
    back,
    first: () => (now.grid ? choose(0) : go(0)),
    last: () => (now.grid ? choose(last()) : go(last())),
    full,
    speaker: () => document.dispatchEvent(new CustomEvent("stage:speaker")),
    black: () => ask({ blank: now.blank === "black" ? "" : "black" }),
    white: () => ask({ blank: now.blank === "white" ? "" : "white" }),
    grid: () => ask({ grid: !now.grid, blank: "" }),
    theme,
    lang: () => ask({ lang: now.lang === "zh" ? "en" : "zh" }),
    code,
    pause: () => document.dispatchEvent(new CustomEvent("stage:pause")),
    help: showHelp,
    escape: close,
    print: () => print_(false),
    "print-notes": () => print_(true),
  };
  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", " ": "on", PageDown: "on",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    Home: "first", End: "last", f: "full", s: "speaker", b: "black", ".": "black", w: "white", ",": "white",
    g: "grid", t: "theme", l: "lang", q: "code", p: "pause", "?": "help", "？": "help", Escape: "escape",
  };
  let digits = "";
  let forgetting = 0;
  const number = (key) => {
    clearTimeout(forgetting);
    digits = (digits + key).slice(-3);
    forgetting = setTimeout(() => (digits = ""), NUMBER);
    note(digits);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { key, target } = event;
    if (help().open && key !== "?" && key !== "？") return;
    if (/^[0-9]$/.test(key)) return number(key);
    if (key === "Enter" && digits) {
      event.preventDefault();
      const wanted = Number(digits);
      digits = "";
      note("");
      return go(wanted - 1);
    }
    if (key === "Enter" && now.grid && !target.closest("button, a")) return ask({ grid: false });
    if (key === " " && target.closest("button, a, summary")) return;
    const name = KEYS[key] || KEYS[key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    DO[name]();
  });

  // Among all slides: show one, leave one out, move one.
  const TILE = {
    go: (at) => go(at),
    hide: (at, id) => arrange(at < 0 ? withAgain(id) : now.show.filter((each) => each !== id)),
    earlier: (at) => move(at, at - 1),
    later: (at) => move(at, at + 1),
  };
  // A slide that is shown again comes behind those that stood before it in the story.
  const withAgain = (id) => {
    const { ids } = window.stage;
    const behind = Math.max(-1, ...ids.slice(0, ids.indexOf(id)).map((each) => now.show.indexOf(each)));
    return [...now.show.slice(0, behind + 1), id, ...now.show.slice(behind + 1)];
  };
  // The slide that stands goes on standing, unless it is the one left out.
  const arrange = (show) => {
    const at = show.indexOf(now.show[now.at]);
    ask({ show, at: at < 0 ? Math.min(now.at, show.length - 1) : at });
  };
  const move = (from, to) => {
    if (from < 0 || to < 0 || to > last()) return;
    const show = [...now.show];
    show.splice(to, 0, ...show.splice(from, 1));
    arrange(show);
  };
  addEventListener("click", (event) => {
    const { target, detail } = event;
    if (isSpeaker && target.closest(".controls a")) {
      event.preventDefault();
      return window.close();
    }
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.do) DO[button.dataset.do]();
    // After a mouse or a finger the space bar belongs to the deck again; who came by keyboard stays where they are.
    if (detail > 0 && button.dataset.do) button.blur();
    if (button.dataset.tile) {
      const { id } = button.closest(".frame").dataset;
      TILE[button.dataset.tile](now.show.indexOf(id), id);
      if (button.dataset.tile !== "go") button.focus();
    }
  });

  let from = null;
  addEventListener("pointerdown", (event) => {
    from = event.pointerType === "touch" && event.isPrimary && !now?.grid ? event : null;
  });
  addEventListener("pointerup", (event) => {
    if (!from) return;
    const [across, down] = [event.clientX - from.clientX, event.clientY - from.clientY];
    from = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) across < 0 ? on() : back();
  });
  addEventListener("pointercancel", () => (from = null));

  let resting = 0;
  const wake = () => {
    root.classList.remove("idle");
    clearTimeout(resting);
    if (!isSpeaker) resting = setTimeout(() => root.classList.add("idle"), IDLE);
  };
  for (const name of ["pointermove", "pointerdown", "focusin"]) addEventListener(name, wake, { passive: true });
  wake();
})();
