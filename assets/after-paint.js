// Runs the scripts that the page carries in its templates, in their order, when the page has been painted: nothing that
// is read needs them, and asked for earlier they would come before the first paint. `data-scripts` says how far they are.
(() => {
  "use strict";
  const PATIENCE = 500; // where nothing is painted, in a hidden tab or a frame out of sight, it waits no longer than this
  const root = document.documentElement;
  const say = (state) => () => (root.dataset.scripts = state);
  say("coming")();

  let begun = false;
  const run = () => {
    if (begun) return;
    begun = true;
    const carried = [...document.querySelectorAll("template[data-scripts]")];
    const scripts = carried.flatMap((each) => [...document.importNode(each.content, true).querySelectorAll("script")]);
    for (const script of scripts) script.async = false;
    document.head.append(...scripts);
    const last = scripts.at(-1);
    if (!last) say("run")();
    last?.addEventListener("load", say("run"));
    last?.addEventListener("error", say("failed"));
  };
  document.addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() => setTimeout(run));
    setTimeout(run, PATIENCE);
  });
})();
