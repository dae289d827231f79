// Starts Dash in the page at first intent. Until then, and if anything fails, the form works as a form.
(() => {
  "use strict";
  const section = document.getElementById("workbench");
  if (!section) return;
  const start = JSON.parse(document.getElementById("workbench-start").textContent);
  const form = section.querySelector("form");
  const INTENT = ["pointerenter", "pointerdown", "touchstart", "focusin", "keydown"];
  let state = "resting"; // then "loading", then "live" or "failed"
  let changed = false;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false; // fetched together, run in order
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      script.src = address;
      document.head.append(script);
    });

  // Dash looks for its configuration and its root by these ids.
  const prepare = () => {
    const config = document.createElement("script");
    config.id = "_dash-config";
    config.type = "application/json";
    config.textContent = JSON.stringify(start.dash);
    const root = document.createElement("div");
    root.id = "react-entry-point";
    root.hidden = true; // our components draw into what the page already holds
    document.getElementById("workbench-live").append(config, root);
  };

  const rest = (resting) => {
    state = resting ? "failed" : "live";
    section.querySelector(".resting").hidden = !resting;
  };

  // What Dash asks for before it draws anything is asked for while its scripts still load: a round trip less.
  const askAhead = () =>
    new Map(
      ["_dash-layout", "_dash-dependencies"].map((name) => {
        const answer = fetch(start.dash.requests_pathname_prefix + name);
        answer.catch(() => {}); // told when Dash asks
        return [start.dash.requests_pathname_prefix + name, answer];
      }),
    );

  // Dash tells nobody when an answer fails to come; then the reader hears it, and the form is a form again.
  const watchAnswers = (ahead) => {
    const ask = window.fetch;
    window.fetch = async (...request) => {
      try {
        const early = ahead.get(request[0]);
        ahead.delete(request[0]);
        const answer = await (early ?? ask(...request));
        rest(!answer.ok);
        return answer;
      } catch (error) {
        rest(true);
        throw error;
      }
    };
  };

  const begin = async () => {
    if (state !== "resting") return;
    state = "loading";
    for (const kind of INTENT) form.removeEventListener(kind, begin);
    const ahead = askAhead();
    try {
      await Promise.all(start.scripts.map(load));
      prepare();
      window.workbench = { section, form, widths: start.widths, plotly: start.plotly, plotlyComes, hasChosen: () => changed, isLive: () => state === "live" };
      watchAnswers(ahead);
      new window.DashRenderer();
    } catch {
      rest(true);
      if (changed) form.requestSubmit();
    }
  };

  const isSparing = () => {
    const { saveData, effectiveType } = navigator.connection ?? {};
    return saveData || /2g/.test(effectiveType);
  };

  // Whether Plotly is there to draw; asked for once, when it is first wanted.
  let plotly = null;
  const plotlyComes = () => (plotly ??= isSparing() ? Promise.resolve(false) : load(start.plotly_script).then(() => true, () => false));

  // When all of the page is there and nothing is to do, the scripts are fetched, not run; on a line that is paid for by
  // the byte they wait for intent.
  const fetchAhead = () => {
    if (state !== "resting" || isSparing()) return;
    for (const href of [...start.scripts, start.plotly_script]) document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", as: "script", href }));
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(fetchAhead);
  if (document.readyState === "complete") whenIdle();
  else window.addEventListener("load", whenIdle);

  // The drawings answer pointer and keyboard by themselves, so a reader who only reads never pays; the controls are it.
  for (const kind of INTENT) form.addEventListener(kind, begin, { passive: true });
  // A choice made while the scripts load is kept and drawn when they run; without them the form sends it. It may be the
  // first that is heard: what speaks for a reader, or fills in for one, changes a select without a touch or a key.
  form.addEventListener("change", () => {
    changed = true;
    begin();
    if (state === "failed") form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    if (state !== "live") return;
    event.preventDefault();
    section.querySelector("figure")?.scrollIntoView({ block: "nearest" });
  });
})();
