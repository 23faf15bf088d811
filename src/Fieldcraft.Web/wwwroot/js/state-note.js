// Says beside the field that is written in, or beside its form, what became of it.
import { isOwn } from "./device.js";
import { make, say, word } from "./words.js";

export function noteState(form, field, state, detail) {
  const place = field?.closest(".field, .ask, .dimension")?.querySelector("[data-saved]") ?? form.querySelector("[data-saved]");
  if (!place) return;
  place.dataset.state = state;
  // "Saved" is read out by nobody's wish after each pause; what needs attention is.
  place.setAttribute("aria-live", state === "saving" || state === "saved" ? "off" : "polite");
  place.replaceChildren(say(state, detail, isOwn));
  if (state === "ended") place.append(" ", make("a", { href: document.body.dataset.signIn ?? "/sign-in", target: "_blank", textContent: word("signIn") }));
}
