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

  const sentence = (figure, selector, text, make, after) => {
    const found = figure.querySelector(selector);
    if (!text) return found?.remove();
    if (found) found.textContent = text;
    else figure.querySelector(after).after(make());
  };

  const title = (figure, { title, href }) => {
    figure.querySelector(".title").replaceChildren(href ? element("a", { href }, title) : title);
  };

  // Lists and tables keep their place and stay open or shut as the reader left them.
  const details = (figure, name, summary, body) => {
    const found = figure.querySelector(`details.${name}`);
    if (!body) return found?.remove();
    if (found) return found.lastElementChild.replaceWith(body);
    const made = element("details", { className: name }, element("summary", {}, summary), body);
    figure.querySelector("figcaption").before(made);
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
    if (!texts.length) return;
    const list = element("ul", { className: "notes" }, ...texts.map((text) => element("li", {}, text)));
    (figure.querySelector("details") ?? figure.querySelector("figcaption")).before(list);
  };

  const write = (figure, words) => {
    figure.className = `chart kind-${words.kind}`;
    title(figure, words);
    figure.querySelector(".subtitle").textContent = words.subtitle;
    if (!figure.querySelector("figcaption")) figure.append(element("figcaption"));
    figure.querySelector("figcaption").textContent = words.source;
    sentence(figure, ".empty", words.empty, () => element("p", { className: "empty" }, words.empty), ".subtitle");
    details(figure, "key", words.key_name, key(words.key));
    details(figure, "data", words.table_name, table(words));
    notes(figure, words.notes);
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

  const whenDrawn = (place, act) => {
    const look = () => {
      if (!place.querySelector(".main-svg")) return;
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(act));
    };
    const watch = new MutationObserver(look);
    watch.observe(place, { childList: true, subtree: true });
    look();
  };

  const Panel = ({ panel, words, children }) => {
    const figure = bench().section.querySelector(`figure[data-panel="${panel}"]`);
    const place = useRef(null);
    place.current ??= plot(figure);
    useEffect(() => {
      if (!words) return;
      write(figure, words);
      place.current.parentElement.hidden = !!words.empty;
      place.current.ariaLabel = `${words.description} ${words.hint}`;
    }, [words]);
    useEffect(() => {
      if (words && !words.empty) whenDrawn(place.current, () => reveal(place.current));
    }, [words]);
    useEffect(() => window.workbenchMarks.bind(place.current), []);
    return createPortal(children, place.current);
  };

  window.beijing = { Reader, Select, Panel };
})();
