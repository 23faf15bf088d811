// A tablet that is passed around: ready for the next one at once, and nothing stays in the fields.
const form = document.querySelector("[data-tablet]");
form.elements.Number.focus();
const waits = 60_000;
let empty;
form.addEventListener("input", () => { clearTimeout(empty); empty = setTimeout(() => form.reset(), waits); });
