// What may stay on this device: only when its owner said it is their own, and only under their name.
const { device, person } = document.body.dataset;
const prefix = `fieldcraft:${person}:`;

export const isOwn = device === "own" && !!person && available();

export const keep = (kind, key, value) => {
  if (!isOwn) return false;
  try {
    localStorage.setItem(prefix + kind + ":" + key, JSON.stringify(value));
    return true;
  } catch {
    return false; // full or refused: the page must not claim that it was kept
  }
};

export const recall = (kind, key) => parse(isOwn && localStorage.getItem(prefix + kind + ":" + key));
export const forget = (kind, key) => isOwn && localStorage.removeItem(prefix + kind + ":" + key);

export const all = (kind) => {
  const start = prefix + kind + ":";
  return isOwn ? names().filter((name) => name.startsWith(start)).map((name) => [name.slice(start.length), parse(localStorage.getItem(name))]) : [];
};

// Everybody's, not only the one signed in: whoever hands the device on hands it on empty.
export const wipe = () => {
  try {
    names().filter((name) => name.startsWith("fieldcraft:")).forEach((name) => localStorage.removeItem(name));
  } catch { /* no storage, nothing kept */ }
  globalThis.caches?.keys().then((kept) => kept.filter((name) => name.startsWith("fieldcraft-run-")).forEach((name) => caches.delete(name)), () => {});
};

// A device that stopped being somebody's own keeps nothing from before.
if (device === "shared") wipe();

function names() { return Object.keys(localStorage); }
function parse(text) { try { return JSON.parse(text || "null"); } catch { return null; } }
function available() { try { return !!window.localStorage; } catch { return false; } }
