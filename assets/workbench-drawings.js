// Draws each panel's figure with Plotly, those in sight first, each where the server's own drawing stood.
(() => {
  "use strict";
  const places = new WeakMap(); // a figure's div.drawing, and what is drawn in it
  let turn = 0;

  const idle = () => new Promise((go) => (window.requestIdleCallback ?? setTimeout)(go));
  // In sight, or so near that a reader's eye is there before the machine has nothing to do.
  const isNear = (figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > -innerHeight / 2 && top < 1.5 * innerHeight;
  };

  // The graph is drawn unseen over the server's drawing, which then goes: nothing moves, nothing flashes.
  const plot = (drawing) => {
    const place = document.createElement("div");
    Object.assign(place, { className: "plot", tabIndex: 0, role: "group" });
    if (drawing.querySelector(".w")) Object.assign(place.style, { position: "absolute", visibility: "hidden" });
    place.append(document.createElement("div"));
    drawing.append(place);
    const held = { place, bindMarks: window.workbenchMarks.bind(place) };
    places.set(drawing, held);
    return held;
  };

  const reveal = (place) => {
    const pictures = [...place.parentElement.querySelectorAll(".w")];
    const focused = pictures.some((each) => each.contains(document.activeElement));
    for (const each of pictures) each.remove();
    Object.assign(place.style, { position: "", visibility: "", minHeight: "" });
    if (focused) place.focus({ preventScroll: true });
  };

  const draw = async (figure, { figure: drawn, label }) => {
    const drawing = figure.querySelector("div.drawing");
    const { place, bindMarks } = places.get(drawing) ?? plot(drawing);
    place.ariaLabel = label;
    place.style.minHeight = `${drawn.layout.height}px`;
    await window.Plotly.react(place.firstChild, drawn.data, drawn.layout, window.workbench.plotly);
    reveal(place);
    bindMarks(place.firstChild);
  };

  // Those out of sight are drawn when there is time; a newer answer ends the round.
  const show = async (figures, drawings) => {
    const round = ++turn;
    const drawn = figures.filter((figure) => drawings[figure.dataset.panel]);
    for (const figure of drawn) reserve(figure, drawings[figure.dataset.panel].figure.layout.height);
    const near = drawn.filter(isNear);
    for (const figure of near) draw(figure, drawings[figure.dataset.panel]);
    for (const figure of drawn.filter((each) => !near.includes(each))) {
      await idle();
      if (round !== turn) return;
      await draw(figure, drawings[figure.dataset.panel]);
    }
  };

  // A figure that came with the answer has no drawing yet; it takes its room at once.
  const reserve = (figure, height) => {
    const drawing = figure.querySelector("div.drawing");
    if (!drawing.querySelector(".w")) (places.get(drawing) ?? plot(drawing)).place.style.minHeight = `${height}px`;
  };

  window.workbenchDrawings = { show };
})();
