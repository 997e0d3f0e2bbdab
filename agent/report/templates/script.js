"use strict";
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const large = $("#large");
  let current = -1;

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
    const step = found[current];
    step.scrollIntoView({ block: "start" });
    step.focus({ preventScroll: true });
    history.replaceState(null, "", `#${step.id}`);
    mark(step);
    if (large.open) enlarge($(".screen", step));
  }

  function watch() {
    if (!("IntersectionObserver" in window)) return;
    const seen = new IntersectionObserver((entries) => {
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
    if (!act || !steps().length || (event.key === " " && !large.open)) return;
    event.preventDefault();
    act();
  });

  window.deskhand = { watch, mark, reset: () => { current = -1; } };
  watch();
})();
