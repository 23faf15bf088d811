// Counts down to a moment that the server has set. Without script the page says until when.
const heard = new Set();
let offset = 0;

export const setClock = (serverNow) => { offset = serverNow - Date.now(); };
export const onTime = (listener) => heard.add(listener);

const left = (ends) => Math.round((ends - Date.now() - offset) / 1000);
const said = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function tick() {
  for (const clock of document.querySelectorAll("[data-ends]")) {
    const seconds = left(Number(clock.dataset.ends));
    const words = clock.closest("[data-word-up]")?.dataset;
    clock.dataset.state = seconds <= 0 ? "up" : seconds <= 60 ? "soon" : "";
    const text = seconds > 0 ? said(seconds) : words?.wordUp ?? said(0);
    if (clock.textContent !== text) clock.textContent = text;
    if (seconds === 60 || seconds === 0) heard.forEach((listener) => listener(seconds, words));
  }
}

const start = document.querySelector("[data-clock]");
if (start) setClock(Number(start.dataset.clock));
if (document.querySelector("[data-ends], [data-live-root]")) {
  tick();
  setInterval(tick, 1000);
}
