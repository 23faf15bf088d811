// Saves a form as it is typed, and says about it only what the server has confirmed.
import { all, forget, keep, recall } from "./device.js";
import { fieldsOf, fill, send } from "./send.js";
import { noteState } from "./state-note.js";
import { showVersions } from "./versions.js";
import { word } from "./words.js";

const pauseBeforeSaving = 600;
const pauseBeforeTryingAgain = 20_000;
const open = new Map();

class Autosave {
  constructor(form) {
    this.form = form;
    this.action = form.getAttribute("action") || location.pathname + location.search;
    this.key = this.action + "#" + (form.dataset.autosave || form.id);
    this.confirmed = form.querySelector("[aria-invalid=true]") ? null : this.text(); // a page with errors was not saved
    for (const kind of ["input", "change"]) form.addEventListener(kind, (event) => this.changed(event.target));
    form.addEventListener("focusout", (event) => { if (event.relatedTarget?.form !== form || event.relatedTarget.type !== "submit") this.save(); }); // its own button sends it anyway
    form.addEventListener("submit", (event) => {
      if (this.busy) { event.preventDefault(); this.button = event.submitter; return; } // it goes with the version that the save under way brings
      this.submitting = true;
      if (recall("queue", this.key)) this.hold();
    });
    open.set(this.key, this);
    this.pickUp();
  }

  // Text that waited on this device from an earlier visit goes back into the form and is sent with the version it was based on.
  pickUp() {
    const kept = recall("queue", this.key);
    if (!kept) return;
    fill(this.form, new URLSearchParams(kept.body));
    if (!this.isPending) return forget("queue", this.key);
    if (this.version && kept.version) this.version.value = kept.version;
    this.show("waiting");
    return this.save();
  }

  get version() { return this.form.querySelector("input[type=hidden][name$=version i]"); }
  get isPending() { return this.text() !== this.confirmed; }

  // What the person wrote: without version and token, which change by themselves.
  text() {
    const body = fieldsOf(this.form);
    body.delete("_form");
    if (this.version) body.delete(this.version.name);
    return String(body);
  }

  changed(field) {
    this.field = field;
    this.form.querySelector("[data-until-typed]")?.remove(); // compares what was kept when the page was made
    if (this.conflict || !this.isPending) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pauseBeforeSaving);
    this.show("saving");
  }

  async save(leaving = false) {
    clearTimeout(this.timer);
    if (this.conflict || !this.isPending) return;
    if (this.busy) { this.again = true; if (leaving) this.hold(); return; }
    this.busy = true;
    const sent = this.text();
    if (leaving) this.hold();
    const answer = await send(this.action, fieldsOf(this.form), leaving);
    this.busy = false;
    this.take(answer, sent);
    const button = this.button;
    delete this.button;
    if (button !== undefined && !this.conflict) this.form.requestSubmit(button);
    else if (this.again && answer.kind === "saved") { this.again = false; await this.save(); }
  }

  take(answer, sent) {
    if (answer.version !== undefined && this.version) this.version.value = answer.version;
    switch (answer.kind) {
      case "saved":
        this.confirmed = sent;
        if (this.isPending) { this.show("saving"); this.again = true; } else { forget("queue", this.key); this.show("saved", answer.savedAt); }
        break;
      case "conflict":
        this.hold();
        this.conflict = true;
        this.show("waiting", word("twoVersions"));
        showVersions(this.form, this.field, answer, (text) => this.settled(text));
        break;
      case "ended": this.show("ended", this.hold()); break;
      case "refused": this.show("refused", answer.message); break;
      default: this.show("waiting", this.hold());
    }
  }

  // "mine": what the form holds is sent again, now knowing the other version; "theirs": the form already holds it.
  settled(choice) {
    this.conflict = false;
    this.show("saving");
    if (choice === "mine") return this.save();
    this.confirmed = this.text();
    forget("queue", this.key);
    return this.show("saved", choice);
  }

  hold() {
    const body = fieldsOf(this.form);
    body.delete("_form");
    return keep("queue", this.key, { action: this.action, version: this.version?.value, body: String(body) });
  }

  show(state, detail) { noteState(this.form, this.field, state, detail); }
}

// First what stands open here, then what waits from other pages. Two windows must not send the same text twice.
async function sendWaiting() {
  for (const form of open.values()) await form.save();
  for (const [key, kept] of all("queue")) {
    if (open.has(key)) continue;
    const answer = await send(kept.action, new URLSearchParams(kept.body));
    const same = recall("queue", key)?.body === kept.body;
    if (answer.kind === "saved" && same) forget("queue", key); // a conflict waits until its page is opened
    if (answer.kind === "ended" || answer.kind === "waiting") return;
  }
}

export const hasWaiting = () => all("queue").length > 0;
export const flush = () => (navigator.locks ? navigator.locks.request("fieldcraft-queue", sendWaiting) : sendWaiting());

// For pages that change while they stand open: a form that comes, and one that goes once what it holds is saved or kept.
export const watch = (form) => { new Autosave(form); form.dataset.keepsItself = ""; };
export const release = async (form) => {
  for (const [key, saving] of open) {
    if (saving.form !== form) continue;
    await saving.save(true);
    if (!saving.isPending) open.delete(key);
  }
};

document.querySelectorAll("form[data-autosave]").forEach(watch);
const every = (leaving) => open.forEach((form) => form.save(leaving));
addEventListener("online", flush);
addEventListener("pagehide", () => every(true));
document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? every(true) : flush()));
addEventListener("beforeunload", (event) => {
  if ([...open.values()].some((form) => form.isPending && !form.submitting && !form.hold())) event.preventDefault();
});
setInterval(flush, pauseBeforeTryingAgain);
flush();
