// The browser's half of app/workbench/components.py: it binds to the section that the server wrote.
(() => {
  "use strict";
  const { useEffect } = window.React;
  const bench = () => window.workbench;
  const section = () => bench().section;

  // ---- What the page tells the server ----

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = () => document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  const fitting = (width) => bench().widths.findLast((each) => each <= width) ?? bench().widths[0];
  const figures = () => [...section().querySelectorAll("figure[data-panel]")];
  const widths = () =>
    Object.fromEntries(figures().map((each) => [each.dataset.panel, fitting(each.getBoundingClientRect().width)]));
  const inForm = () => [...new FormData(bench().form)].map(([name, value]) => [name, value]);
  const asked = (chosen) => {
    const { kind, name, view, lang } = section().dataset;
    return { kind, name, view, lang, theme: theme(), widths: widths(), chosen };
  };

  // ---- What follows from the answer: the address, the page's parts, the drawings ----

  const follow = (query) => {
    const search = new URLSearchParams(query).toString();
    const address = location.pathname + (search && `?${search}`);
    // Written only where it changes: a reader may be on the way to another page already.
    if (address !== location.pathname + location.search) history.replaceState(history.state, "", address + location.hash);
    for (const link of document.querySelectorAll(".switches a[hreflang]")) link.search = search;
  };

  const write = ({ title, ...parts }) => {
    document.title = title;
    for (const [name, html] of Object.entries(parts)) {
      const place = document.querySelector(`[data-part="${name}"]`);
      if (place) window.workbenchMorph(place, html);
    }
  };

  const Bench = ({ answer, setProps }) => {
    useEffect(() => bind((told) => setProps({ asked: told })), []);
    useEffect(() => {
      if (answer) show(answer);
    }, [answer]);
    return null;
  };

  let answered = false;
  const show = ({ query, parts, drawings }) => {
    const focused = section().contains(document.activeElement);
    follow(query);
    write(parts);
    window.workbenchDrawings.show(figures(), drawings, { isNew: answered || bench().hasChosen() });
    answered = true;
    window.dispatchEvent(new Event("written"));
    // What the reader pressed may be gone; the keyboard then goes on from the form.
    if (focused && document.activeElement === document.body)
      bench().form.querySelector("select, summary").focus({ preventScroll: true });
    bench().watch();
  };

  // ---- When to ask: a choice, another theme, another width ----

  const bind = (tell) => {
    let chosen = inForm();
    let last = "";
    const ask = () => {
      const told = asked(chosen);
      const now = JSON.stringify(told);
      if (now !== last) tell(told);
      last = now;
    };
    const choose = (pairs) => {
      chosen = pairs;
      ask();
    };
    bench().form.addEventListener("change", () => choose(inForm()));
    section().addEventListener("click", (event) => {
      const link = event.target.closest("a[data-choose]");
      if (!link || !bench().isLive() || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose([...new URL(link.href).searchParams]);
    });
    observe(ask);
    ask();
  };

  const observe = (ask) => {
    const sizes = new ResizeObserver(ask);
    bench().watch = () => figures().forEach((figure) => sizes.observe(figure));
    bench().watch();
    new MutationObserver(ask).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", ask);
  };

  window.beijing = { Bench };
})();
