"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const large = $("#large");
  let current = -1;
  let led = false;  // by a key, and not scrolled by the person since

  const steps = () => all("section.step").filter((step) => step.offsetParent !== null);

  function mark(step) {
    for (const other of all("[data-current]")) other.removeAttribute("data-current");
    for (const other of all(".strip [aria-current]")) other.removeAttribute("aria-current");
    if (!step) return;
    step.setAttribute("data-current", "");
    const link = $(`.strip a[href="#${step.id}"]`);
    if (!link) return;
    link.setAttribute("aria-current", "step");
    const row = link.closest("ol"), item = link.parentElement;
    row.scrollLeft = item.offsetLeft - row.offsetLeft - (row.clientWidth - item.clientWidth) / 2;
  }

  function go(index) {
    const found = steps();
    if (!found.length) return;
    current = Math.max(0, Math.min(found.length - 1, index));
    led = true;
    const step = found[current];
    step.scrollIntoView({ block: "start" });
    step.focus({ preventScroll: true });
    history.replaceState(null, "", `#${step.id}`);
    mark(step);
    if (large.open) enlarge($(".screen", step));
  }

  // The step in view is the current one while a person scrolls. What a key's own scrolling brings past is not: it is
  // told a frame later, perhaps after the next key, and a short step leaves the one below it in view.
  function watch() {
    if (!("IntersectionObserver" in window)) return;
    const seen = new IntersectionObserver((entries) => {
      if (led) return;
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        current = steps().indexOf(entry.target);
        mark(entry.target);
      }
    }, { rootMargin: "-25% 0px -65% 0px" });
    for (const step of all("section.step")) seen.observe(step);
  }

  function enlarge(screen) {
    if (!screen) return;
    const copy = screen.cloneNode(true);
    copy.setAttribute("viewBox", copy.dataset.whole);
    $(".holder", large).replaceChildren(copy);
    const step = screen.closest("section.step");
    const told = step ? `${$(".number", step).textContent}  ${$("h3", step).textContent}` : "";
    $(".told", large).textContent = told;
    large.dataset.step = step ? step.id : "";
    large.dataset.place = step ? String(all(".screens .screen", step).indexOf(screen)) : "0";
    if (!large.open) large.showModal();
  }

  function other() {
    const step = document.getElementById(large.dataset.step);
    const screens = step ? all(".screens .screen", step) : [];
    if (screens.length > 1) enlarge(screens[1 - Number(large.dataset.place)]);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.enlarge");
    if (button) enlarge($(".screen", button));
    else if (event.target === large) large.close();
  });

  const keys = {
    ArrowRight: () => go(current + 1), j: () => go(current + 1), n: () => go(current + 1),
    ArrowLeft: () => go(current - 1), k: () => go(current - 1), p: () => go(current - 1),
    Home: () => go(0), End: () => go(Infinity),
    e: () => (large.open ? large.close() : enlarge($(".screens .screen", steps()[Math.max(0, current)]))),
    " ": () => large.open && other(),
    f: () => {
      const odd = steps().findIndex((step, index) => index > current && step.classList.contains("odd"));
      if (odd >= 0) go(odd);
    },
    d: () => {
      const inside = steps()[Math.max(0, current)] && $("details", steps()[Math.max(0, current)]);
      if (inside) inside.open = !inside.open;
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,select,textarea")) return;
    const act = keys[event.key];
    if (!act || event.key === " ") led = false;  // PageDown and the like scroll
    if (!act || !steps().length || (event.key === " " && !large.open)) return;
    event.preventDefault();
    act();
  });

  for (const scrolling of ["wheel", "touchmove", "pointerdown"]) {
    addEventListener(scrolling, () => { led = false; }, { passive: true });
  }
  watch();

  // A page about many runs: the list, and one run at a time out of its template.
  const list = $(".suite"), detail = $("#detail");
  if (!list) return;
  let open = "";

  function route() {
    const found = /^#(r\d+)-/.exec(location.hash);
    const template = found && document.getElementById(found[1]);
    list.hidden = Boolean(template);
    detail.hidden = !template;
    if (!template) {
      open = "";
      $(".holder", detail).replaceChildren();
      return;
    }
    if (open !== found[1]) {
      open = found[1];
      current = -1;
      led = false;
      $(".holder", detail).replaceChildren(template.content.cloneNode(true));
      watch();
    }
    const place = document.getElementById(location.hash.slice(1));
    if (place) place.scrollIntoView({ block: "start" });
    if (location.hash.endsWith("-top")) scrollTo(0, 0);
  }
  addEventListener("hashchange", route);
  route();

  const search = $("#search"), sort = $("#sort"), tests = all("li.test"), row = $("ol.tests");
  let filter = "";
  const orders = {
    grave: (a, b) => a.dataset.order - b.dataset.order,
    name: (a, b) => a.dataset.name.localeCompare(b.dataset.name),
    slow: (a, b) => b.dataset.slow - a.dataset.slow,
    new: (a, b) => b.dataset.new - a.dataset.new,
    unsteady: (a, b) => b.dataset.unsteady - a.dataset.unsteady,
    tokens: (a, b) => b.dataset.tokens - a.dataset.tokens,
  };

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const test of tests) {
      const text = test.dataset.text.toLowerCase();
      test.hidden = Boolean(filter && test.dataset.state !== filter) || !words.every((word) => text.includes(word));
      shown += test.hidden ? 0 : 1;
    }
    $("#none").hidden = shown > 0;
  }

  search.addEventListener("input", show);
  search.form.addEventListener("submit", (event) => event.preventDefault());
  sort.addEventListener("change", () => row.append(...[...tests].sort(orders[sort.value])));
  for (const button of all("[data-filter]")) {
    button.addEventListener("click", () => {
      filter = button.dataset.filter;
      for (const other of all("[data-filter]")) other.setAttribute("aria-pressed", String(other === button));
      show();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && detail.hidden && !event.target.closest("input,select,textarea")) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && !detail.hidden && !large.open) location.hash = "#top";
  });
})();
