// The marks of a drawn chart by pointer and keyboard: arrow keys walk them, Enter or a click opens the evidence.
// Every mark's customdata begins with what is said of it, escaped, and the address of its evidence.
(() => {
  "use strict";
  const SPOKEN = 0;
  const HREF = 1;
  const plain = (escaped) => new DOMParser().parseFromString(escaped, "text/html").body.textContent;

  // All marks of a graph in reading order, with what Plotly needs to show their label.
  const marks = (graph) =>
    (graph?.data ?? []).flatMap((trace, curveNumber) =>
      (trace.customdata ?? []).map((custom, pointNumber) => ({ custom, curveNumber, pointNumber })),
    );

  const STEPS = {
    ArrowRight: (at) => at + 1,
    ArrowDown: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    ArrowUp: (at) => at - 1,
    Home: () => 0,
    End: (_at, last) => last,
  };

  const bind = (place) => {
    const graph = () => place.querySelector(".js-plotly-plot");
    const live = document.createElement("p");
    live.className = "visually-hidden";
    live.setAttribute("aria-live", "polite");
    place.after(live);
    let at = -1;

    const show = (index) => {
      const found = marks(graph());
      if (!found.length) return;
      at = Math.min(Math.max(index, 0), found.length - 1);
      const { custom, curveNumber, pointNumber } = found[at];
      window.Plotly.Fx.hover(graph(), [{ curveNumber, pointNumber }]);
      live.textContent = plain(custom[SPOKEN]);
    };
    const leave = () => {
      if (at >= 0 && graph()) window.Plotly.Fx.unhover(graph());
      at = -1;
    };
    const open = (custom) => {
      if (custom?.[HREF]) location.assign(custom[HREF]);
    };

    place.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "Enter" && at >= 0) open(marks(graph())[at]?.custom);
      else if (event.key === "Escape") leave();
      else if (!step) return;
      else show(step(at, marks(graph()).length - 1));
      event.preventDefault();
    });
    place.addEventListener("blur", leave);

    return (drawn) => {
      if (drawn.dataset.bound) return;
      drawn.dataset.bound = "true";
      drawn.on("plotly_click", ({ points }) => open(points[0].customdata));
    };
  };

  window.workbenchMarks = { bind };
})();
