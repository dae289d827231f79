// Tells the page around an embed how high it is: once whenever that has changed and come to rest, in the four shapes
// that pages listen to. It listens to no message. The labels of the marks are reader.js, as on every page.
(() => {
  "use strict";
  if (parent === window) return;
  const REST = 120; // milliseconds without a change
  const main = document.querySelector("main");
  const { id } = document.currentScript.dataset;
  let told = 0;
  let waiting = 0;

  const shapes = (height) => [
    { type: "beijing-innovation:height", id, height },
    { "datawrapper-height": { [id]: height } },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  ];
  const tell = () => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    for (const shape of shapes(height)) parent.postMessage(shape, "*");
  };
  const settle = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, REST);
  };
  document.fonts.ready.then(() => new ResizeObserver(settle).observe(main));
})();
