// Long forms that are sent once: what was typed waits on the person's own device until the form has arrived.
import { all, forget, isOwn, keep, recall } from "./device.js";
import { fieldsOf, fill } from "./send.js";
import { make, word } from "./words.js";

const written = (form) => {
  const body = fieldsOf(form);
  for (const field of form.elements) if (field.type === "hidden" || field.type === "password") body.delete(field.name);
  return String(body);
};

function watch(form) {
  const key = form.dataset.draft;
  const fresh = written(form);
  const kept = recall("draft", key);
  if (kept && kept.body !== fresh && !form.querySelector("[aria-invalid=true]")) {
    fill(form, new URLSearchParams(kept.body));
    const note = make("div", { className: "flash" }, word("restored"), " ");
    note.setAttribute("role", "status");
    note.append(make("button", { type: "button", className: "button plain", textContent: word("discard"), onclick: () => { fill(form, new URLSearchParams(fresh)); forget("draft", key); note.remove(); } }));
    form.prepend(note);
  } else if (kept) forget("draft", key);

  let timer;
  const store = (sent) => keep("draft", key, { body: written(form), path: location.pathname, sent });
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => store(false), 400); });
  form.addEventListener("submit", () => { clearTimeout(timer); store(true); });
}

if (isOwn) {
  const forms = [...document.querySelectorAll("form[data-draft]")];
  // The page after a form, reached from it, is the proof that the form arrived. A browser's own error page never runs this.
  for (const [key, kept] of all("draft")) {
    const here = forms.some((form) => form.dataset.draft === key);
    const from = document.referrer && new URL(document.referrer).pathname;
    if (kept?.sent && !here && from === kept.path) forget("draft", key);
  }
  forms.forEach(watch);
}
