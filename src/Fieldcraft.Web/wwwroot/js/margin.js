// Notes stand open in a wide margin and wait folded on a phone. Who closes one by hand keeps it closed.
const wide = matchMedia("(width >= 64rem)");
const place = () => document.querySelectorAll("details.note:not([data-by-hand])").forEach((note) => { note.open = wide.matches; });
document.addEventListener("click", (event) => {
  const note = event.target.closest?.("details.note > summary")?.parentElement;
  if (note) note.dataset.byHand = "";
});
wide.addEventListener("change", place);
place();

// A menu closes when the focus or the pointer goes elsewhere, and with Escape.
const menu = document.querySelector("details.account");
const close = () => menu?.removeAttribute("open");
menu?.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(); });
document.addEventListener("pointerdown", (event) => { if (!menu?.contains(event.target)) close(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && menu?.open) { close(); menu.querySelector("summary").focus(); } });

// An error summary takes the focus, so that it is read first.
document.querySelector(".error-summary")?.focus();
