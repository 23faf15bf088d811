// Keeps a session's page and everything on it, so that the session goes on when the line does not. Nothing is kept that the page did not name, and signing out
// takes it all away (device.js).
const prefix = "fieldcraft-run-";
const patience = 4000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => event.waitUntil(keep(event.data, event.source)));

async function keep({ session, person, addresses }, page) {
  const cache = await caches.open(`${prefix}${person}-${session}`);
  const kept = await Promise.all(addresses.map(async (address) => {
    try {
      const answer = await fetch(address, { credentials: "same-origin", redirect: "error" });
      if (answer.ok) await cache.put(address, answer);
      return answer.ok;
    } catch {
      return !!(await cache.match(address));
    }
  }));
  page?.postMessage({ kept: kept.every(Boolean) });
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin || address.pathname.startsWith("/api/")) return;
  event.respondWith(address.searchParams.has("v") ? fromStore(request).then((kept) => kept ?? fetch(request)) : fromLine(request));
});

// The line first, with some patience; what is kept where there is none.
async function fromLine(request) {
  const kept = await fromStore(request);
  if (!kept) return fetch(request);
  const impatient = new Promise((resolve) => setTimeout(() => resolve(undefined), patience));
  const answer = await Promise.race([fetch(request).catch(() => undefined), impatient]);
  return answer && answer.status < 500 ? answer : part(request, kept);
}

async function fromStore(request) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const kept = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (kept) return kept;
  }
}

// A player asks for parts of a film; what is kept is the whole.
async function part(request, kept) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "");
  if (!range) return kept;
  const whole = await kept.blob();
  const from = Number(range[1]);
  const to = range[2] ? Math.min(Number(range[2]), whole.size - 1) : whole.size - 1;
  return new Response(whole.slice(from, to + 1), {
    status: 206,
    headers: { "Content-Type": kept.headers.get("Content-Type") ?? "", "Content-Range": `bytes ${from}-${to}/${whole.size}`, "Content-Length": String(to - from + 1) },
  });
}
