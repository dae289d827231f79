// A choice on the board fetches the address that it leads to and puts the server's parts in place: as without JavaScript,
// without losing focus, scroll and open details. Only the last of several choices counts.
(() => {
  "use strict";
  const board = document.getElementById("board");
  if (!board) return;
  let latest = 0;

  // Of a link in a drawing `href` is an object.
  const addressOf = (link) => new URL(link.getAttribute("href"), location.href);
  const isOurs = (link) => {
    const { origin, pathname } = addressOf(link);
    return origin === location.origin && /\/board(\/[\w-]+)?$/.test(pathname) && !link.closest(".presets");
  };
  const keyOf = (element) => element?.closest("[data-id], .facet, .chips a")?.textContent;

  const put = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    const fresh = next.getElementById("board");
    if (!fresh) throw new Error("no board");
    const focused = document.activeElement;
    const key = board.contains(focused) ? keyOf(focused) : null;
    const open = new Set([...board.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
    const panels = board.querySelector(".board-panels");
    panels.replaceChildren(...fresh.querySelector(".board-panels").childNodes);
    for (const name of ["bar", "facets"]) board.querySelector(`[data-part="${name}"]`).replaceWith(fresh.querySelector(`[data-part="${name}"]`));
    for (const each of board.querySelectorAll("details > summary")) if (open.has(each.textContent)) each.parentElement.open = true;
    if (key) [...board.querySelectorAll("a")].find((each) => keyOf(each) === key)?.focus({ preventScroll: true });
    document.title = next.title;
  };

  const show = async (address, { push }) => {
    const turn = ++latest;
    board.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      if (!response.ok) throw new Error(String(response.status));
      const html = await response.text();
      if (turn !== latest) return;
      if (push) history.pushState({ board: true }, "", address);
      put(html);
    } catch {
      if (turn === latest) location.assign(address);
    } finally {
      if (turn === latest) board.removeAttribute("aria-busy");
    }
  };

  board.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !isOurs(link) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(addressOf(link).href, { push: true });
  });
  board.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    show(`${form.action}${query.size ? `?${query}` : ""}`, { push: true });
  });
  window.addEventListener("popstate", () => show(location.href, { push: false }));
})();
