// Each panel's new drawing is there at once, as the server drew it. When the reader's hand rests, Plotly draws the same
// in its place, those in sight first; without it, or on a line that is paid for by the byte, the server's stays.
(() => {
  "use strict";
  const REST = 1000; // milliseconds without a choice
  const places = new WeakMap(); // a figure's div.drawing, and where Plotly draws in it
  let turn = 0;
  let resting = 0;

  const idle = () => new Promise((go) => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: REST }) : setTimeout(go)));
  const pause = () => new Promise((go) => setTimeout(go, REST));
  const drawingOf = (figure) => figure.querySelector("div.drawing");
  const isNear = (figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > -innerHeight / 2 && top < 1.5 * innerHeight;
  };

  // ---- At once ----

  const picture = (drawing, svg) => {
    const shown = document.createElement("div");
    shown.className = "w now";
    shown.innerHTML = svg; // escaped by the server's renderer
    const focused = drawing.contains(document.activeElement);
    for (const each of drawing.querySelectorAll(".w")) each.remove();
    drawing.prepend(shown);
    shown.firstElementChild.setAttribute("tabindex", "0"); // reader.js walks it
    if (focused) shown.firstElementChild.focus({ preventScroll: true });
    const place = places.get(drawing)?.place;
    if (place) place.hidden = true;
  };

  // ---- When the hand rests ----

  // Drawn unseen over the server's drawing, which then goes: nothing moves, nothing flashes.
  const plot = (drawing) => {
    const place = document.createElement("div");
    Object.assign(place, { className: "plot", tabIndex: 0, role: "group", hidden: true });
    place.append(document.createElement("div"));
    drawing.append(place);
    const held = { place, bindMarks: window.workbenchMarks.bind(place) };
    places.set(drawing, held);
    return held;
  };

  const reveal = (place) => {
    const pictures = [...place.parentElement.querySelectorAll(".w")];
    const focused = pictures.some((each) => each.contains(document.activeElement));
    Object.assign(place.style, { position: "", visibility: "" });
    for (const each of pictures) each.remove();
    if (focused) place.focus({ preventScroll: true });
  };

  const draw = async (drawing, { figure, label }) => {
    const { place, bindMarks } = places.get(drawing) ?? plot(drawing);
    place.ariaLabel = label;
    if (place.hidden) Object.assign(place.style, { position: "absolute", visibility: "hidden" }); // Plotly measures its words
    place.hidden = false;
    const round = turn;
    await window.Plotly.react(place.firstChild, figure.data, figure.layout, window.workbench.plotly);
    bindMarks(place.firstChild);
    if (round === turn) reveal(place); // else a newer answer stands there already
  };

  // A drawing is not changed under the pointer that is on it, nor under the keys that walk it.
  const takeOver = async (figures, drawings) => {
    const round = turn;
    const waiting = [...figures.filter(isNear), ...figures.filter((each) => !isNear(each))];
    if (!(await window.workbench.plotlyComes())) return;
    while (waiting.length) {
      await idle();
      if (round !== turn) return;
      const figure = waiting.shift();
      const drawing = drawingOf(figure);
      if (!drawing.matches(":hover, :focus-within")) await draw(drawing, drawings[figure.dataset.panel]);
      else if (waiting.push(figure) === 1) await pause();
    }
  };

  // `isNew` says whether the answer is to another choice than the page came with. Where the reader walks Plotly's marks
  // by keyboard, it draws itself, because what has the focus must not go.
  const show = (figures, drawings, { isNew }) => {
    turn += 1;
    clearTimeout(resting);
    const drawn = figures.filter((each) => drawings[each.dataset.panel]);
    for (const figure of drawn) {
      const drawing = drawingOf(figure);
      const given = drawings[figure.dataset.panel];
      if (places.get(drawing)?.place.contains(document.activeElement)) draw(drawing, given);
      else if (isNew || !drawing.firstElementChild) picture(drawing, given.svg);
    }
    resting = setTimeout(() => takeOver(drawn, drawings), REST);
  };

  window.workbenchDrawings = { show };
})();
