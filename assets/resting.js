// A server of files alone answers a form with the page as it always is. Then the address asks for what the page does
// not show, and the page's line says that nobody can act on it right now.
(() => {
  "use strict";
  const line = document.getElementById("resting");
  const asked = new URLSearchParams(location.search);

  // Whether the form offers what is asked for, and does not show it: a server that reads the address falls back only
  // from what the form does not offer, and of many boxes keeps at least one.
  const unheard = (form) => {
    const offered = [...form.elements].filter(({ name }) => asked.has(name));
    const wanted = ({ name }) => asked.getAll(name);
    const boxes = offered.filter((box) => box.type === "checkbox" && wanted(box).includes(box.value));
    return (boxes.length > 0 && !boxes.some(({ defaultChecked }) => defaultChecked)) || offered.some((control) => {
      if (control.type === "search") return wanted(control)[0].trim() && !control.defaultValue;
      const chosen = [...(control.options || [])].find(({ value }) => value && value === wanted(control)[0]);
      return chosen && !chosen.defaultSelected;
    });
  };
  const brief = document.querySelector("main [data-items]");
  if (brief && asked.get("items") && !brief.dataset.items) line.hidden = false;
  const forms = [...document.querySelectorAll("main form[method=get]")];
  // Such servers put a slash behind the name of a page.
  const path = (address) => address.pathname.replace(/\/$/, "");
  if (forms.some((form) => path(new URL(form.action)) === path(location) && unheard(form))) line.hidden = false;
})();
