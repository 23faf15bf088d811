// What a session's page knows: its root, its words, and what was said so far, kept on the device where that is allowed.
import { keep, recall } from "./device.js";

export const root = document.querySelector("[data-run]");
export const id = root.dataset.run;
export const find = (name) => root.querySelector(`[data-run-${name}]`);
export const says = (key, ...values) =>
  find("words").content.querySelector(`[data-key="${key}"]`).textContent.replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");
export const state = { at: -1, began: 0, blockBegan: 0, added: 0, ran: [], queue: [], draft: null, logged: false, ...recall("run", id) };
export const store = () => keep("run", id, state);

export function line(key, ...values) {
  const text = says(key, ...values);
  if (find("line").textContent !== text) find("line").textContent = text;
  find("line").dataset.state = key;
}

// Only pages with a safe line have crypto.randomUUID; a phone in the company's own net may have none.
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
