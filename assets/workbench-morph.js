// Makes what the page holds equal to what the server wrote now, touching only what differs: focus, scroll, selection
// and open details stay, because their elements do. Drawings are left alone; Plotly fills them.
(() => {
  "use strict";
  const key = (node) => node.id || node.dataset?.panel || node.dataset?.item || "";
  // What can be collected is a link as written, and a button where a script has made it one.
  const alike = (one, other) => key(one) === key(other) && (one.nodeName === other.nodeName || !!one.dataset?.item);

  const attributes = (old, fresh) => {
    for (const { name } of [...old.attributes])
      if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
    for (const { name, value } of fresh.attributes)
      if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
    if (old.matches("input")) old.checked = fresh.hasAttribute("checked");
  };

  const children = (old, fresh) => {
    let at = old.firstChild;
    for (const next of [...fresh.childNodes]) {
      let same = at;
      while (same && !alike(same, next)) same = same.nextSibling;
      if (!same) {
        old.insertBefore(next, at);
        continue;
      }
      while (at !== same) at = dropped(at);
      element(same, next);
      at = same.nextSibling;
    }
    while (at) at = dropped(at);
  };

  const dropped = (node) => {
    const next = node.nextSibling;
    node.remove();
    return next;
  };

  const element = (old, fresh) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    if (old.nodeName !== fresh.nodeName) return;
    attributes(old, fresh);
    if (old.matches("div.drawing")) return;
    children(old, fresh);
    if (old.matches("select")) old.selectedIndex = [...old.options].findIndex((each) => each.hasAttribute("selected"));
  };

  // `html` is escaped by the server's templates.
  window.workbenchMorph = (place, html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    children(place, holder.content);
  };
})();
