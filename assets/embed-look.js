// How an embed looks, from its own address: theme, accent, title, table. What is unknown or wrong changes nothing.
// It stands inline in the head, so that the first paint is right; comments are left out there.
(() => {
  "use strict";
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const set = (name, ...known) => {
    const value = asked.get(name);
    if (known.includes(value)) root.dataset[name] = value;
  };
  set("theme", "light", "dark");
  set("title", "0");
  set("table", "0");
  // A whole chart under an address that asks for a part of it: nobody could draw that, and the embed says so.
  const CHOICES = ["indicator", "lane", "place", "from", "to", "unit", "as"];
  if ("whole" in root.dataset && CHOICES.some((name) => asked.get(name))) root.dataset.resting = "";

  const accent = /^#?([0-9a-f]{6})$/i.exec(asked.get("accent") || "");
  if (!accent) return;
  const read = (hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const mix = (one, other, share) => one.map((part, at) => part + (other[at] - part) * share);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (one, other) => Math.max(light(one), light(other)) / Math.min(light(one), light(other));
  const write = (colour) => `rgb(${colour.map(Math.round).join(" ")})`;
  // Towards black on a light ground, towards white on a dark one, until words in it can be read (WCAG AA and a little).
  const paint = () => {
    const paper = read(getComputedStyle(root).getPropertyValue("--paper").trim().slice(1));
    const end = light(paper) > 0.2 ? [0, 0, 0] : [255, 255, 255];
    const wanted = read(accent[1]);
    let colour = wanted;
    for (let share = 0; contrast(colour, paper) < 4.6 && share < 1; share += 0.02) colour = mix(wanted, end, share + 0.02);
    root.style.setProperty("--beijing", write(colour));
    root.style.setProperty("--beijing-soft", write(mix(colour, paper, 0.7)));
  };
  paint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
})();
