// The browser's halves of app/workbench/components.py. Each binds to an element that the server wrote.
(() => {
  "use strict";
  const { useEffect, useRef } = window.React;
  const { createPortal } = window.ReactDOM;
  const bench = () => window.workbench;

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

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

  // What may follow a drawing, in the template's order.
  const ORDER = [".notes", ".key", ".data", "figcaption"];
  const insert = (figure, selector, made) => {
    const later = ORDER.slice(ORDER.indexOf(selector) + 1).map((each) => figure.querySelector(each));
    figure.insertBefore(made, later.find(Boolean) ?? null);
  };

  const title = (figure, { title, href }) => {
    figure.querySelector(".title").replaceChildren(href ? element("a", { href }, title) : title);
  };

  const empty = (figure, text) => {
    figure.querySelector(".empty")?.remove();
    if (text) figure.querySelector(".subtitle").after(element("p", { className: "empty" }, text));
  };

  // Lists and tables keep their place and stay open or shut as the reader left them.
  const details = (figure, name, summary, body) => {
    const found = figure.querySelector(`details.${name}`);
    if (!body) return found?.remove();
    if (found) return found.lastElementChild.replaceWith(body);
    insert(figure, `.${name}`, element("details", { className: name }, element("summary", {}, summary), body));
  };

  const key = (entries) =>
    entries.length &&
    element(
      "ul",
      {},
      ...entries.map(({ mark, text }) => {
        const swatch = element("span", { className: `swatch swatch-${mark}`, ariaHidden: "true" });
        return element("li", {}, swatch, text);
      }),
    );

  const table = ({ table, table_name, title }) => {
    if (!table) return null;
    const scroll = element("div", { className: "scroll", tabIndex: 0, role: "region" });
    scroll.ariaLabel = `${table_name}: ${title}`;
    scroll.innerHTML = table; // written and escaped by the server's own renderer
    return scroll;
  };

  const notes = (figure, texts) => {
    figure.querySelector(".notes")?.remove();
    const items = texts.map((text) => element("li", {}, text));
    if (items.length) insert(figure, ".notes", element("ul", { className: "notes" }, ...items));
  };

  const source = (figure, text) => {
    const found = figure.querySelector("figcaption");
    if (!text) return found?.remove();
    if (found) found.textContent = text;
    else insert(figure, "figcaption", element("figcaption", {}, text));
  };

  const write = (figure, words) => {
    figure.className = `chart kind-${words.kind}`;
    title(figure, words);
    figure.querySelector(".subtitle").textContent = words.subtitle;
    empty(figure, words.empty);
    notes(figure, words.notes);
    details(figure, "key", words.key_name, key(words.key));
    details(figure, "data", words.table_name, table(words));
    source(figure, words.source);
  };

  // The graph is drawn unseen beside the server's drawing, which then goes: nothing moves, nothing flashes.
  const plot = (figure) => {
    const place = element("div", { className: "plot", tabIndex: 0, role: "group" });
    place.style.position = "absolute";
    place.style.visibility = "hidden";
    const drawing = figure.querySelector(".drawing") ?? element("div", { className: "drawing", hidden: true });
    if (!drawing.isConnected) figure.querySelector(".subtitle").after(drawing);
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

  const settle = (words, place, bindMarks) => {
    place.parentElement.hidden = !!words.empty;
    place.ariaLabel = `${words.description} ${words.hint}`;
    if (words.empty) return;
    whenDrawn(place, (graph) => {
      reveal(place);
      bindMarks(graph);
    });
  };

  const Panel = ({ panel, words, children }) => {
    const figure = bench().section.querySelector(`figure[data-panel="${panel}"]`);
    const held = useRef(null);
    if (!held.current) {
      const place = plot(figure);
      held.current = { place, bindMarks: window.workbenchMarks.bind(place) };
    }
    const { place, bindMarks } = held.current;
    useEffect(() => {
      if (!words) return;
      write(figure, words);
      settle(words, place, bindMarks);
    }, [words]);
    return createPortal(children, place);
  };

  window.beijing = { Reader, Select, Panel };
})();
