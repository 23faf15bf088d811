// The second screen follows the leader's device: through the server, or directly where both are one device.
const root = document.querySelector("[data-screen]");
const blocks = [...root.querySelectorAll("[data-block]")];
const door = root.querySelector("[data-screen-door]");
const clock = root.querySelector("[data-screen-clock]");
let ends = Number(root.dataset.endsAt) || 0;
let heardAt = "";

function show({ block, ends: until, over }) {
  blocks.forEach((b) => { b.hidden = over || b.dataset.block !== block; });
  door.hidden = !over && !!block;
  ends = until && !over ? Date.parse(until) : 0;
  tick();
}

function tick() {
  const seconds = Math.max(0, Math.round((ends - Date.now()) / 1000));
  clock.textContent = ends && door.hidden ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : "";
}

async function look() {
  try {
    const answer = await fetch(`/api/v1/sessions/${root.dataset.screen}/run`);
    if (answer.ok) {
      const place = await answer.json();
      const key = JSON.stringify([place.block, place.ends, place.over]);
      if (key !== heardAt) { heardAt = key; show(place); }
    }
  } catch { /* no line: the same device still tells */ }
}

if ("BroadcastChannel" in window) new BroadcastChannel("fieldcraft:run:" + root.dataset.screen).onmessage = (event) => show(event.data);
setInterval(tick, 1000);
setInterval(look, 3000);
look();
