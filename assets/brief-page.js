// The brief's own page: moving and removing in place, and the reader's own words, which stay behind the # of the
// address and in this browser. Without it the same links load the page anew, and there are no own words.
(() => {
  "use strict";
  const ITEMS = "brief"; // as in brief.js
  const WORDS = "brief-words";
  const MARK = "#own&"; // any other fragment is a place on the page
  const store = {
    get(name) {
      try {
        return localStorage.getItem(name) || "";
      } catch {
        return ""; // storage is switched off: the address alone keeps the words
      }
    },
    set(name, value) {
      try {
        localStorage.setItem(name, value);
      } catch {
        return; // as above
      }
      dispatchEvent(new Event("brief"));
    },
  };
  const main = document.querySelector("main");
  const live = main.appendChild(document.createElement("p"));
  live.className = "visually-hidden";
  live.setAttribute("aria-live", "polite");

  const article = () => main.querySelector(".brief");
  const items = () => article().dataset.items;
  const isMine = () => items() === store.get(ITEMS);
  const fields = () => [...article().querySelectorAll("[data-own]")];

  // ---- Own words ----

  let words = new URLSearchParams();
  const kept = () => new URLSearchParams(store.get(WORDS));
  const fragment = () => {
    const shown = new URLSearchParams();
    for (const { dataset } of fields()) if (words.get(dataset.own)) shown.set(dataset.own, words.get(dataset.own));
    return `${shown}` ? MARK + shown : "";
  };
  const readWords = () => {
    if (location.hash.startsWith(MARK)) words = new URLSearchParams(location.hash.slice(MARK.length));
    else if (isMine()) words = kept();
  };
  const writeAddress = (path = location.pathname + location.search) => {
    history.replaceState(null, "", path + fragment());
    const twin = document.querySelector(".switches a[hreflang]");
    twin.setAttribute("href", twin.pathname + twin.search + fragment());
  };
  const keepWords = () => {
    if (isMine()) store.set(WORDS, `${words}`);
  };
  const say = (name) => {
    const text = words.get(name) || "";
    const place = article().querySelector(`[data-said="${name}"]`);
    if (place) place.textContent = text;
    if (name !== "title") return;
    const heading = article().querySelector("h1");
    heading.textContent = text || heading.dataset.heading;
    document.title = document.title.replace(/^.*(?= · )/, () => heading.textContent);
  };
  const grow = (field) => {
    field.style.height = "auto";
    if (field.localName === "textarea") field.style.height = `${field.scrollHeight + 2}px`;
  };
  const fill = () => {
    for (const own of article().querySelectorAll(".own")) own.hidden = false;
    for (const button of article().querySelectorAll("[data-print], [data-copy-address]")) button.hidden = false;
    for (const field of fields()) {
      field.value = words.get(field.dataset.own) || "";
      grow(field);
      say(field.dataset.own);
    }
    const foreign = article().querySelector("[data-foreign]");
    if (foreign) foreign.hidden = isMine();
  };

  document.addEventListener("input", ({ target }) => {
    const name = target.dataset.own;
    if (!name) return;
    words.set(name, target.value);
    grow(target);
    say(name);
    keepWords();
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.own) writeAddress();
  });
  addEventListener("hashchange", () => {
    if (location.hash.startsWith(MARK)) {
      readWords();
      fill();
    } else writeAddress(); // a note was opened: the words stay in the address
  });
  addEventListener("beforeprint", () => writeAddress());

  // ---- Order ----

  // The page that the link leads to, in place of this one; its notes are numbered anew.
  const load = async (link) => {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    article().replaceWith(document.adoptNode(page.querySelector(".brief")));
    const twin = document.querySelector(".switches a[hreflang]");
    twin.setAttribute("href", page.querySelector(".switches a[hreflang]").getAttribute("href"));
    for (const drawing of article().querySelectorAll("svg.drawing")) drawing.setAttribute("tabindex", "0");
  };

  const tell = (sentence, at) => {
    const count = article().querySelectorAll("[data-row]").length;
    live.textContent = sentence.replace("{at}", at).replace("{count}", count);
  };

  // The focus goes with what was moved; after a removal to what has taken its place.
  const focusOn = (act, item, at) => {
    const rows = [...article().querySelectorAll("[data-row]")];
    const place = rows.findIndex((row) => row.dataset.row === item);
    const row = rows[place < 0 ? Math.min(at, rows.length - 1) : place];
    const control = row?.querySelector(`[data-act=${act}]`) || row?.querySelector("[data-act]") || article().querySelector("h1");
    control.focus();
    tell(place < 0 ? article().dataset.removed : article().dataset.place, place + 1);
  };

  const follow = async (link) => {
    const mine = isMine();
    const { act } = link.dataset;
    const row = link.closest("[data-row]");
    const at = row ? [...article().querySelectorAll("[data-row]")].indexOf(row) : 0;
    try {
      await load(link);
    } catch {
      location.assign(link.href + fragment());
      return;
    }
    if (mine) store.set(ITEMS, items());
    if (act === "clear") words = new URLSearchParams();
    if (act === "clear" && mine) store.set(WORDS, "");
    fill();
    writeAddress(link.pathname + link.search);
    focusOn(act, row?.dataset.row, at);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-act]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      follow(link);
    }
    const button = event.target.closest?.("button");
    if (!button) return;
    if ("print" in button.dataset) print();
    if ("adopt" in button.dataset) {
      store.set(ITEMS, items());
      keepWords();
      fill();
    }
    if ("copyAddress" in button.dataset) copy(button);
  });
  const copy = async (button) => {
    writeAddress();
    await navigator.clipboard.writeText(location.href);
    live.textContent = button.dataset.done;
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = said; }, 2000);
  };

  // Alt and an arrow move the item that holds the focus, except while its words are being written.
  document.addEventListener("keydown", (event) => {
    const act = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const row = event.target.closest?.("[data-row]");
    if (!act || !event.altKey || !row || event.target.matches("[data-own]")) return;
    event.preventDefault();
    const link = row.querySelector(`[data-act=${act}]`);
    if (link) follow(link);
  });

  // Whoever comes without items sees what this browser holds.
  if (!items() && store.get(ITEMS) && !location.search) location.replace(`${location.pathname}?items=${store.get(ITEMS)}`);
  readWords();
  fill();
  writeAddress();
})();
