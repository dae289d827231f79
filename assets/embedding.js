// The embed section of a chart's page: the choices change the preview and every snippet. Without it the snippets are
// those of the page's language in the system's theme.
(() => {
  "use strict";
  const section = document.querySelector("[data-embedding]");
  const choices = section.querySelector(".embed-choices");
  const preview = section.querySelector("iframe");
  choices.hidden = false;

  const chosen = (name) => choices.querySelector(`[name=embed-${name}]:checked`)?.value || "";
  const looks = () => {
    const found = {};
    if (chosen("theme") !== "auto") found.theme = chosen("theme");
    if (chosen("accent")) found.accent = choices.querySelector("[name=embed-colour]").value.slice(1);
    return found;
  };
  // What only a picture can have: a shape and no ground. A shape in which the chart cannot be read is not kept, and a
  // released picture has the one that it was released in.
  const asPicture = ({ theme }, shape = chosen("shape")) => {
    if (chosen("version")) return theme ? { theme } : {};
    const ground = chosen("ground");
    return { ...(theme && { theme }), ...(shape && { aspect: shape }), ...(ground && { ground }) };
  };
  let unfit = false;
  const query = (found) => (Object.keys(found).length ? `?${new URLSearchParams(found)}` : "");

  const withPicture = (text, found) => text.replace(/(<img src="[^"?]*)/, (start) => start + query(found));

  // How each snippet carries the choices: in an address, or as attributes of the place that the loader fills.
  const WRITE = {
    iframe: (text, found) => text.replace(/(src="[^"?]*)/, (start) => start + query(found)),
    script: (text, found) => {
      const attributes = Object.entries(found).map(([name, value]) => ` data-${name}="${value}"`).join("");
      return withPicture(text.replace(/ data-lang="[a-z]+"/, (start) => start + attributes), found.theme ? { theme: found.theme } : {});
    },
    picture: (text, found) => withPicture(text, asPicture(found, unfit ? "" : chosen("shape"))),
    oembed: (text) => text,
  };
  const blocks = [...section.querySelectorAll("[data-snippet]")].map((block) => [block, block.textContent]);

  const addressed = (name) => [...section.querySelectorAll(`[data-picture][${name}]`)].map((each) => [each, each.getAttribute(name)]);
  const images = addressed("src");
  const links = addressed("href");
  const write = () => {
    for (const [block, text] of blocks) block.textContent = WRITE[block.dataset.snippet](text, looks());
    for (const [link, address] of links) link.setAttribute("href", address + query(asPicture(looks(), unfit ? "" : chosen("shape"))));
  };

  // The server refuses a shape that makes words too small, and a server of files alone knows no shapes.
  const judge = (image, fits) => {
    unfit = Boolean(chosen("shape")) && !chosen("version") && !fits;
    image.closest("[data-edition]").querySelector("[data-unfit]").hidden = !unfit;
    image.hidden = !image.naturalWidth;
    write();
  };
  for (const [image] of images) {
    image.addEventListener("load", () => {
      const [wide, high] = chosen("shape").split(":");
      judge(image, Math.abs((image.naturalWidth * high) / (image.naturalHeight * wide) - 1) < 0.02);
    });
    image.addEventListener("error", () => judge(image, false));
  }

  // One edition is shown: a language, kept up with updates or as it was released, whose pictures have one shape.
  const editions = [...section.querySelectorAll("[data-edition]")];
  const show = () => {
    for (const each of editions) each.hidden = each.dataset.edition !== chosen("lang") || each.dataset.version !== chosen("version");
    for (const each of choices.querySelectorAll("[data-live]")) each.disabled = Boolean(chosen("version"));
    return editions.find((each) => !each.hidden);
  };

  const update = () => {
    const found = looks();
    const shown = show();
    unfit = false;
    write();
    for (const [image, address] of images.filter(([each]) => shown.contains(each))) {
      image.hidden = false;
      image.loading = "eager"; // the code is copied from above it
      image.setAttribute("src", address + query(asPicture(found)));
    }
    const address = shown.dataset.preview + query(found);
    if (preview.getAttribute("src") !== address) preview.setAttribute("src", address);
    preview.className = `embed-preview ${chosen("width")}`;
  };
  show();
  choices.addEventListener("change", update);
  choices.querySelector("[name=embed-colour]").addEventListener("input", () => {
    choices.querySelector("[name=embed-accent][value=other]").checked = true;
    update();
  });
  addEventListener("message", ({ source, data }) => {
    if (source === preview.contentWindow && data?.type === "beijing-innovation:height") preview.style.height = `${data.height}px`;
  });
})();
