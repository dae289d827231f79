// <div data-beijing-chart="ai-models" data-lang="zh"> or <beijing-chart chart="ai-models" lang="zh"> becomes a frame;
// with data-version="2026.11" (or version) one of the chart as it was released, which never changes.
(() => {
  "use strict";
  const base = document.currentScript.src.replace(/embed\.js([?#].*)?$/, "");
  const VERSION = /^20\d\d\.\d\d(\.\d\d?)?$/;
  const ID = /^[a-z0-9-]{1,64}(\/[a-z0-9-]{1,64})?$/;
  const LOOKS = ["theme", "accent", "title", "table"];
  const frames = new Set();

  // data-heights="320:512 752:430": how high it will be in a frame of at least so many pixels. No page moves then.
  const reserved = (given, width) => {
    const all = [...given.matchAll(/(\d+):(\d+)/g)].map(([, least, high]) => [+least, +high]);
    return (all.filter(([least]) => least <= width).pop() || all[0] || [0, 460])[1];
  };

  const fill = (host, value) => {
    const id = value(host.localName === "beijing-chart" ? "chart" : "beijing-chart");
    const version = value("version");
    if (!ID.test(id) || (version && !VERSION.test(version)) || host.querySelector("iframe")) return;
    const asked = LOOKS.filter((name) => value(name)).map((name) => `${name}=${encodeURIComponent(value(name))}`);
    const frame = document.createElement("iframe");
    const lang = value("lang") === "en" ? "en" : "zh";
    frame.loading = "lazy";
    frame.title = value("title-text") || id;
    Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${reserved(value("heights"), host.clientWidth)}px` });
    frame.src = `${base}${version && `v/${version}/`}${lang}/embed/${id}${asked.length ? `?${asked.join("&")}` : ""}`;
    host.replaceChildren(frame);
    frames.add(frame);
  };

  // Only from the frame itself, only a height, only a sensible one.
  addEventListener("message", ({ source, data }) => {
    if (!data || data.type !== "beijing-innovation:height") return;
    const { height } = data;
    if (!Number.isFinite(height) || height < 40 || height > 20000) return;
    for (const frame of frames) if (frame.contentWindow === source) frame.style.height = `${Math.ceil(height)}px`;
  });

  const scan = () => {
    for (const host of document.querySelectorAll("[data-beijing-chart]")) fill(host, (name) => host.getAttribute(`data-${name}`) || "");
  };
  scan();
  document.addEventListener("DOMContentLoaded", scan);
  if (!customElements.get("beijing-chart")) {
    customElements.define("beijing-chart", class extends HTMLElement {
      connectedCallback() {
        this.style.display = "block";
        fill(this, (name) => this.getAttribute(name) || "");
      }
    });
  }
})();
