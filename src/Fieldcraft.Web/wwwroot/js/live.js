// Follows a live session: the server says only that something changed, and the page then asks for itself as anybody would.
import { release, watch } from "./autosave.js";
import { offerToFollow, tellLost } from "./live-notes.js";
import { onTime, setClock } from "./timer.js";
import { make } from "./words.js";

const root = document.querySelector("[data-live-root]");
const patience = 45_000; // twice the server's beat: after that the line counts as dead
const pauseBetweenLooks = 5_000;
const slowLook = 60_000;

const fill = (text, value) => (text ?? "").replace("{0}", value);
const isField = (element) => element?.matches?.("textarea, select, input:not([type=hidden])");

class Live {
  constructor() {
    this.pulse = Number(root.dataset.pulse);
    this.place = document.querySelector("[data-live-say]");
    this.said = root.querySelector("[data-say]")?.dataset.say;
    this.heardAt = Date.now();
    root.addEventListener("submit", (event) => this.act(event));
    onTime((seconds, words) => this.say(seconds === 60 ? words?.wordMinute : words?.wordUp));
    if (root.dataset.stream) this.follow();
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.look(); });
    addEventListener("online", () => this.look());
    setInterval(() => this.watchLine(), pauseBetweenLooks);
  }

  // One stream for all tabs of a browser: the one that holds the lock listens and tells the others.
  follow() {
    this.air = "BroadcastChannel" in window ? new BroadcastChannel("fieldcraft:" + root.dataset.stream) : null;
    if (this.air) this.air.onmessage = (event) => this.hear(event.data);
    if (navigator.locks && this.air) navigator.locks.request("fieldcraft:" + root.dataset.stream, () => this.listen());
    else this.listen();
  }

  listen() {
    return new Promise((resolve) => {
      this.source = new EventSource(root.dataset.stream + "?known=" + this.pulse);
      this.source.onmessage = (event) => { this.hear(Number(event.data)); this.air?.postMessage(Number(event.data)); };
      this.source.addEventListener("beat", () => { this.hear(0); this.air?.postMessage(0); });
      this.stop = () => { this.source.close(); resolve(); };
    });
  }

  hear(pulse) {
    this.heardAt = Date.now();
    if (pulse > this.pulse) this.look();
  }

  // No beat for a while, or nothing but silence: look without being told.
  watchLine() {
    if (!root.dataset.stream) return;
    const silence = Date.now() - this.heardAt;
    if (silence > patience && this.source) {
      this.source.close();
      this.heardAt = Date.now();
      this.stop?.();
      this.follow();
    }
    if (silence > patience || Date.now() - (this.lookedAt ?? 0) > slowLook) this.look();
  }

  async look() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    this.lookedAt = Date.now();
    try {
      const answer = await fetch(root.dataset.address, { headers: { "If-None-Match": `"${this.pulse}"` }, redirect: "manual" });
      if (answer.ok) {
        this.pulse = Number((answer.headers.get("ETag") ?? "").replace(/\D/g, "")) || this.pulse;
        await this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
        this.lost(false);
      } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 404) {
        location.reload(); // signed out, or no longer in the session: the page says it better
      }
    } catch {
      this.lost(true);
      setTimeout(() => this.look(), pauseBetweenLooks);
    }
    this.busy = false;
    if (this.again) { this.again = false; this.look(); }
  }

  async show(fresh) {
    // Looked at first: what is put into the page leaves the answer.
    const where = fresh.querySelector("[data-live=where]");
    const [clock, say, title] = [where?.dataset.clock, where?.dataset.say, where?.querySelector("h2")?.textContent ?? ""];
    const isOver = !!fresh.querySelector("[data-key=ended]");
    if (clock) setClock(Number(clock));
    for (const next of fresh.querySelectorAll("[data-live]")) {
      const here = root.querySelector(`[data-live="${next.dataset.live}"]`);
      if (!here) continue;
      const same = next.dataset.key ? next.dataset.key === here.dataset.key : !here.dataset.key && next.innerHTML === here.dataset.server;
      if (same) { here.querySelector("[data-live-offer]")?.remove(); continue; }
      if (here.contains(document.activeElement) && isField(document.activeElement)) this.offer(here, next, title);
      else await this.replace(here, next);
    }
    if (say && say !== this.said) { this.said = say; this.say(say); }
    if (isOver) this.end();
  }

  // Somebody is typing: nothing is taken from under their hands.
  offer(here, next, title) {
    offerToFollow(here, fill(root.dataset.wordMoved, title), root.dataset.wordAlong, () => this.replace(here, next, true));
  }

  async replace(here, next, go = false) {
    for (const form of here.querySelectorAll("form[data-autosave]")) await release(form);
    const active = here.contains(document.activeElement) ? document.activeElement : null;
    const [name, value, label] = [active?.name, active?.value, active?.textContent];
    const html = next.innerHTML;
    const adopted = document.adoptNode(next);
    here.replaceWith(adopted);
    adopted.dataset.server = html;
    adopted.querySelectorAll("form[data-autosave]").forEach(watch);
    if (!active && !go) return;
    const twin = [...adopted.querySelectorAll("button, a, input, select")].find((e) => (name ? e.name === name && e.value === value : e.textContent === label));
    (go ? document.querySelector("#stage-title") : twin ?? document.querySelector("#stage-title"))?.focus();
  }

  // The steps of whoever leads, without losing the place on the page.
  async act(event) {
    const form = event.target;
    if (!form.matches("[data-live-act]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
      if (answer.type === "opaqueredirect") return this.look();
    } catch { /* the browser's own way says what is wrong */ }
    if (event.submitter?.name) form.append(make("input", { type: "hidden", name: event.submitter.name, value: event.submitter.value }));
    return form.submit();
  }

  say(text) { if (text && this.place) this.place.textContent = text; }
  lost(isLost) { tellLost(root, isLost); }

  end() {
    this.stop?.();
    this.air?.close();
    delete root.dataset.stream;
  }
}

if (root) {
  root.querySelectorAll("[data-live]").forEach((place) => { place.dataset.server = place.innerHTML; });
  new Live();
}
