// The marks of the charts that the server drew: a label on hover, tap and arrow keys. Without it each is a plain link.
// Every mark carries what is said of it in its title, the parts set apart by “ · ”, the value first.
(() => {
  "use strict";
  const { evidence, hint } = document.currentScript.dataset;
  const DRAWING = "svg.drawing";
  const MARGIN = 8; // between the label and its mark, and the edge of the window
  const PATIENCE = 300; // milliseconds in which a pointer may travel from the mark to its label
  let walked = null; // the mark that the arrow keys have reached
  let shown = null; // the mark whose label is open
  let pointer = "mouse";
  let closing = 0;

  const add = (parent, tag, className, text = "") => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const main = document.querySelector("main");
  const tip = add(main, "div", "tip");
  tip.hidden = true;
  const live = add(main, "p", "visually-hidden");
  live.setAttribute("aria-live", "polite");

  // ---- The label ----

  const fill = (lines, href) => {
    tip.replaceChildren();
    lines.forEach((line, at) => add(tip, "p", at || !href ? "" : "tip-value", line));
    if (!href) return;
    const link = add(tip, "a", "", evidence);
    link.href = href;
    link.tabIndex = -1; // by keyboard, Enter on the mark does the same
  };

  // Above what it speaks of, else below it, and always whole within the window.
  const put = ({ top, bottom, left, width }, x = left + width / 2) => {
    tip.hidden = false;
    tip.style.left = tip.style.top = "0";
    const { clientWidth, clientHeight } = document.documentElement;
    const room = { x: clientWidth - tip.offsetWidth - MARGIN, y: clientHeight - tip.offsetHeight - MARGIN };
    const above = top - tip.offsetHeight - MARGIN;
    const y = Math.min(above < MARGIN ? bottom + MARGIN : above, room.y);
    tip.style.left = `${scrollX + Math.max(MARGIN, Math.min(x - tip.offsetWidth / 2, room.x))}px`;
    tip.style.top = `${scrollY + Math.max(MARGIN, y)}px`;
  };

  const hide = () => {
    clearTimeout(closing);
    tip.hidden = true;
    shown = null;
  };

  const show = (mark, x) => {
    clearTimeout(closing);
    quieten(mark.closest(DRAWING));
    shown = mark;
    fill(mark.getAttribute("aria-label").split(" · "), mark.getAttribute("href"));
    put(mark.getBoundingClientRect(), x);
  };

  // <title> names chart and marks while no script runs; beside our label the browser would show it a second time.
  const quieten = (drawing) => {
    for (const title of drawing.querySelectorAll("title")) {
      title.parentNode.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    drawing.removeAttribute("aria-labelledby");
  };

  // ---- Pointer and finger ----

  const markOf = (event) => event.target.closest?.(`${DRAWING} .mark`);
  const isTip = (node) => tip.contains(node);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const drawing = event.target.closest?.(DRAWING);
    if (drawing) quieten(drawing);
    const mark = markOf(event);
    if (mark && mark !== shown) show(mark, event.clientX);
    else if (mark || isTip(event.target)) clearTimeout(closing);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || walked || !shown) return;
    clearTimeout(closing);
    closing = setTimeout(hide, PATIENCE);
  });
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (!markOf(event) && !isTip(event.target)) leave();
  });
  // The first tap shows the label, the second one or a tap on the label's link opens the evidence.
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (!mark || pointer !== "touch" || mark === shown) return;
    event.preventDefault();
    show(mark);
  });

  // ---- Keyboard ----

  const STEPS = {
    ArrowRight: (at) => at + 1,
    ArrowDown: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    ArrowUp: (at) => at - 1,
    Home: () => 0,
    End: (_at, last) => last,
  };

  // A figure drawn twice is walked once.
  const marks = (drawing) => {
    const all = [...drawing.querySelectorAll(".mark")];
    return all.filter((mark, at) => all.findIndex((other) => other.dataset.id === mark.dataset.id) === at);
  };

  const leave = () => {
    walked?.classList.remove("walked");
    walked = null;
    hide();
  };

  const walk = (mark) => {
    leave();
    walked = mark;
    mark.classList.add("walked");
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    show(mark);
    live.textContent = mark.getAttribute("aria-label");
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return leave();
    if (!event.target.matches(DRAWING)) return;
    const step = STEPS[event.key];
    if (step) {
      const all = marks(event.target);
      if (!all.length) return;
      const last = all.length - 1;
      walk(all[Math.min(Math.max(step(all.indexOf(walked), last), 0), last)]);
    } else if (event.key === "Enter" && walked?.hasAttribute("href")) {
      // A click, so that the link opens where the page's links open: in an embed, outside the frame.
      walked.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    } else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches(DRAWING) || !target.matches(":focus-visible")) return;
    quieten(target);
    fill([hint]);
    put(target.getBoundingClientRect());
    live.textContent = hint;
  });
  document.addEventListener("focusout", ({ target }) => {
    if (target.matches(DRAWING)) leave();
  });
  addEventListener("resize", leave);
  addEventListener("written", () => {
    if (shown && !shown.isConnected) leave();
  });

  for (const drawing of document.querySelectorAll(DRAWING)) drawing.setAttribute("tabindex", "0");
})();
