// What a live session's page says beside its parts: that the group has gone on, and that the line is gone.
import { make } from "./words.js";

export function offerToFollow(here, text, word, follow) {
  here.querySelector("[data-live-offer]")?.remove();
  const along = make("button", { type: "button", className: "button", textContent: word, onclick: follow });
  const note = make("div", { className: "message signal" }, make("p", {}, text), make("p", { className: "actions" }, along));
  note.dataset.liveOffer = "";
  here.append(note);
}

export function tellLost(root, isLost) {
  const note = document.querySelector("[data-live-lost]");
  if (!isLost) return note?.remove();
  if (note) return;
  const made = make("p", { className: "message signal", textContent: root.dataset.wordLost });
  made.setAttribute("role", "status");
  made.dataset.liveLost = "";
  root.before(made);
}
