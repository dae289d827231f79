// The embed section of a chart's page: the choices change the preview and every snippet. Without it the snippets are
// those of the page's language in the system's theme.
(() => {
  "use strict";
  const section = document.querySelector("[data-embedding]");
  const choices = section.querySelector(".embed-choices");
  const preview = section.querySelector("iframe");
  const path = preview.getAttribute("src").slice(3); // without the language
  choices.hidden = false;

  const chosen = (name) => choices.querySelector(`[name=embed-${name}]:checked`).value;
  const looks = () => {
    const found = {};
    if (chosen("theme") !== "auto") found.theme = chosen("theme");
    if (chosen("accent")) found.accent = choices.querySelector("[name=embed-colour]").value.slice(1);
    return found;
  };
  const query = (found) => (Object.keys(found).length ? `?${new URLSearchParams(found)}` : "");

  // How each snippet carries the choices: in an address, or as attributes of the place that the loader fills.
  const WRITE = {
    iframe: (text, found) => text.replace(/(src="[^"?]*)/, (start) => start + query(found)),
    script: (text, found) => {
      const attributes = Object.entries(found).map(([name, value]) => ` data-${name}="${value}"`).join("");
      return WRITE.picture(text.replace(/ data-lang="[a-z]+"/, (start) => start + attributes), found);
    },
    picture: (text, { theme }) => text.replace(/(<img src="[^"?]*)/, (start) => start + query(theme ? { theme } : {})),
    oembed: (text) => text,
  };
  const blocks = [...section.querySelectorAll("[data-snippet]")].map((block) => [block, block.textContent]);

  const update = () => {
    const found = looks();
    for (const [block, text] of blocks) block.textContent = WRITE[block.dataset.snippet](text, found);
    for (const edition of section.querySelectorAll("[data-edition]")) edition.hidden = edition.dataset.edition !== chosen("lang");
    const address = `/${chosen("lang")}${path}${query(found)}`;
    if (preview.getAttribute("src") !== address) preview.setAttribute("src", address);
    preview.className = `embed-preview ${chosen("width")}`;
  };
  choices.addEventListener("change", update);
  choices.querySelector("[name=embed-colour]").addEventListener("input", () => {
    choices.querySelector("[name=embed-accent][value=other]").checked = true;
    update();
  });
  addEventListener("message", ({ source, data }) => {
    if (source === preview.contentWindow && data?.type === "beijing-innovation:height") preview.style.height = `${data.height}px`;
  });
})();
