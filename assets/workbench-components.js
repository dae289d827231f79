// The browser's halves of app/workbench/components.py. Each binds to an element that the server wrote.
(() => {
  "use strict";
  const { useEffect, useRef } = window.React;
  const { createPortal } = window.ReactDOM;
  const bench = () => window.workbench;

  // ---- Reader: what the page tells the server, and the address that follows ----

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  const fitting = (width) => bench().widths.findLast((each) => each <= width) ?? bench().widths[0];
  const figures = () => [...bench().section.querySelectorAll("figure[data-panel]")];
  const told = () => ({
    lang: bench().section.dataset.lang,
    theme: theme(),
    widths: figures().map((figure) => fitting(figure.getBoundingClientRect().width)),
    topic: bench().form.elements.topic.value,
    indicator: bench().form.elements.indicator.value,
  });

  const observe = (tell) => {
    const sizes = new ResizeObserver(tell);
    figures().forEach((figure) => sizes.observe(figure));
    const themes = new MutationObserver(tell);
    themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", tell);
  };

  const follow = (query) => {
    const search = new URLSearchParams(query).toString();
    const address = location.pathname + (search && `?${search}`) + location.hash;
    history.replaceState(history.state, "", address);
    for (const link of document.querySelectorAll(".switches a[hreflang]")) link.search = search;
  };

  const Reader = ({ query, setProps }) => {
    useEffect(() => {
      let last = "";
      const tell = () => {
        const { lang, theme, widths } = told();
        const drawn = JSON.stringify([lang, theme, widths]);
        if (drawn !== last) setProps({ page: told() });
        last = drawn;
      };
      tell();
      observe(tell);
    }, []);
    useEffect(() => {
      if (query) follow(query);
    }, [query]);
    return null;
  };

  // ---- Select: the page's own select ----

  const fill = (select, options) => {
    const same = options.length === select.length && options.every((o, i) => o.value === select.options[i].value);
    if (!same) select.replaceChildren(...options.map(({ value, label }) => new Option(label, value)));
  };

  const Select = ({ name, options, value, setProps }) => {
    const select = bench().form.elements[name];
    useEffect(() => {
      select.addEventListener("change", () => setProps({ value: select.value }));
    }, []);
    useEffect(() => {
      if (options) fill(select, options);
      if (value) select.value = value;
    }, [options, value]);
    return null;
  };

  // ---- Panel: the page's own figure ----

  // All but the drawing is replaced by what the server wrote; what the reader opened stays open and focused.
  const OPEN = "details[open]";
  const FOCUSABLE = ["summary", ".scroll", "a"];
  const path = (node) => node.className && `.${node.className.split(" ")[0]}`;

  const write = (figure, html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html; // escaped by the server's templates
    const fresh = holder.content.firstElementChild;
    const drawing = figure.querySelector("div.drawing");
    const opened = [...figure.querySelectorAll(OPEN)].map((each) => each.className);
    const focused = focusedPart(figure, drawing);
    const parts = [...fresh.childNodes];
    const middle = parts.findIndex((each) => each.matches?.("div.drawing"));
    const cut = middle < 0 ? parts.length : middle;
    for (const old of [...figure.childNodes]) if (old !== drawing) old.remove();
    drawing.before(...parts.slice(0, cut));
    drawing.after(...parts.slice(cut + 1));
    figure.className = fresh.className;
    for (const name of opened) figure.querySelector(`details.${name}`)?.setAttribute("open", "");
    if (focused) figure.querySelector(focused)?.focus({ preventScroll: true });
  };

  const focusedPart = (figure, drawing) => {
    const active = document.activeElement;
    if (!figure.contains(active) || drawing.contains(active)) return null;
    const kind = FOCUSABLE.find((each) => active.matches(each));
    const around = active.closest("details");
    return kind && around ? `${path(around)} ${kind}` : kind;
  };

  // The graph is drawn unseen beside the server's drawing, which then goes: nothing moves, nothing flashes.
  const plot = (figure) => {
    const place = document.createElement("div");
    Object.assign(place, { className: "plot", tabIndex: 0, role: "group" });
    Object.assign(place.style, { position: "absolute", visibility: "hidden" });
    let drawing = figure.querySelector("div.drawing");
    if (!drawing) {
      drawing = document.createElement("div");
      Object.assign(drawing, { className: "drawing", hidden: true });
      figure.querySelector(".title").after(drawing);
    }
    drawing.append(place);
    return place;
  };

  const reveal = (place) => {
    if (place.style.position !== "absolute") return;
    place.parentElement.querySelectorAll(".w").forEach((drawing) => drawing.remove());
    place.style.position = "";
    place.style.visibility = "";
  };

  // Plotly puts its drawing in at once and fills it before the frame after the next.
  const whenDrawn = (place, act) => {
    const look = () => {
      const graph = place.querySelector(".js-plotly-plot");
      if (!graph?.querySelector(".main-svg")) return;
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => act(graph)));
    };
    const watch = new MutationObserver(look);
    watch.observe(place, { childList: true, subtree: true });
    look();
  };

  const settle = (place, { label, children }, bindMarks) => {
    place.parentElement.hidden = !children;
    place.ariaLabel = label;
    if (!children) return;
    whenDrawn(place, (graph) => {
      reveal(place);
      bindMarks(graph);
    });
  };

  const Panel = (properties) => {
    const { panel, html, children } = properties;
    const figure = bench().section.querySelector(`figure[data-panel="${panel}"]`);
    const held = useRef(null);
    if (!held.current) {
      const place = plot(figure);
      held.current = { place, bindMarks: window.workbenchMarks.bind(place) };
    }
    const { place, bindMarks } = held.current;
    useEffect(() => {
      if (!html) return;
      write(figure, html);
      settle(place, properties, bindMarks);
    }, [html, children]);
    return createPortal(children, place);
  };

  window.beijing = { Reader, Select, Panel };
})();
