// Opens the session's door, and has its page kept on the device for a time without a line.
import { id, line, root, state } from "./run-state.js";

export async function prepare() {
  if (root.dataset.keeps !== "yes") { root.dataset.ready = "shared"; return line("shared"); }
  if (!("serviceWorker" in navigator)) { root.dataset.ready = "insecure"; return line("insecure"); }
  navigator.serviceWorker.addEventListener("message", (event) => {
    root.dataset.ready = event.data.kept ? "ready" : "no_line";
    if (state.queue.length === 0 && !state.logged) line(root.dataset.ready);
  });
  await navigator.serviceWorker.register(root.dataset.worker, { scope: "/sessions/" });
  const { active } = await navigator.serviceWorker.ready;
  const here = location.pathname;
  const loaded = performance.getEntriesByType("resource").map((entry) => new URL(entry.name)).filter((a) => a.origin === location.origin && a.searchParams.has("v")).map((a) => a.pathname + a.search);
  const linked = [...document.querySelectorAll("link[rel=stylesheet], link[rel=modulepreload], link[rel=icon]")].map((l) => l.getAttribute("href"));
  const scripts = [...document.querySelectorAll("script[src]")].map((s) => s.getAttribute("src"));
  const media = [...root.querySelectorAll("audio[src], video[src], img[src], track[src]")].map((m) => m.getAttribute("src"));
  const icons = [...document.querySelectorAll("svg use")].map((u) => u.getAttribute("href").split("#")[0]);
  const addresses = [here, here.replace(/run$/, "screen"), ...loaded, ...linked, ...scripts, ...media, ...icons];
  active.postMessage({ session: id, person: document.body.dataset.person, addresses: [...new Set(addresses)] });
}

// The door opens by itself where there is a line; its code comes into the page while somebody already works on it.
export async function openDoor() {
  if (root.dataset.door || root.dataset.on !== "yes" || !navigator.onLine) return;
  try {
    if (!(await fetch(`/api/v1/sessions/${id}/door`, { method: "POST" })).ok) return;
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    document.querySelector(".door").replaceWith(page.querySelector(".door"));
  } catch { /* no line after all: the button stays */ }
}
