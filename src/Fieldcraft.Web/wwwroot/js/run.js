// Holds a session: now and next, the time, who is here, what came of it. Everything works without a line; what was said waits on the device, each piece with
// its own id, and is sent as often as it takes.
import { fieldsOf, fill } from "./send.js";
import { openDoor, prepare } from "./run-keep.js";
import { send } from "./run-send.js";
import { find, id, line, newId, root, says, state, store } from "./run-state.js";

const blocks = [...root.querySelectorAll("[data-block]")];
const form = find("log");
const air = "BroadcastChannel" in window ? new BroadcastChannel("fieldcraft:run:" + id) : null;
const minute = 60_000;
const pause = 5_000;

// ---- now and next ----

const minutesOf = (block) => Number(block.dataset.minutes);
const endsAt = () => state.blockBegan + (minutesOf(blocks[state.at]) + state.added) * minute;
const isOn = () => state.at >= 0 && state.at < blocks.length;
const said = (ms) => `${Math.floor(Math.abs(ms) / minute)}:${String(Math.floor((Math.abs(ms) % minute) / 1000)).padStart(2, "0")}`;
const clock = (ms) => new Date(ms).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

function leave(skipped) {
  if (!isOn()) return;
  state.ran.push({ block: blocks[state.at].dataset.block, minutes: skipped ? 0 : Math.round((Date.now() - state.blockBegan) / minute), skipped });
}

function goTo(at, skipped = false) {
  leave(skipped);
  if (state.at < 0) state.began = Date.now();
  Object.assign(state, { at, blockBegan: Date.now(), added: 0 });
  if (at >= blocks.length) form.elements["Input.Minutes"].value = Math.max(1, Math.round((Date.now() - state.began) / minute));
  tellPlace();
  show();
  (isOn() ? blocks[at] : document.querySelector("#write")).scrollIntoView({ block: "start" });
}

function back() {
  state.ran.pop();
  Object.assign(state, { at: state.at - 1, blockBegan: Date.now(), added: 0 });
  tellPlace();
  show();
}

function tellPlace() {
  const place = { block: isOn() ? blocks[state.at].dataset.block : null, ends: isOn() ? new Date(endsAt()).toISOString() : null, over: state.at >= blocks.length, at: new Date().toISOString() };
  air?.postMessage(place);
  state.queue = state.queue.filter((item) => item.kind !== "place").concat({ kind: "place", body: place });
  store();
  send();
}

function show() {
  const running = state.at >= 0;
  root.dataset.state = !running ? "" : isOn() ? "on" : "over";
  blocks.forEach((block, i) => {
    block.dataset.turn = !running ? "" : i === state.at ? "now" : i === state.at + 1 ? "next" : i < state.at ? "past" : "later";
  });
  find("go").textContent = says(!running ? "start" : state.at < blocks.length - 1 ? "next" : "finish");
  find("go").hidden = state.at >= blocks.length;
  for (const name of ["more", "skip"]) find(name).hidden = !isOn();
  find("back").hidden = state.at < 1;
  tick();
}

function tick() {
  if (!isOn()) {
    find("clock").textContent = "";
    find("plan").textContent = state.at < 0 ? "" : says("done");
    return;
  }
  const left = endsAt() - Date.now();
  find("clock").textContent = left >= 0 ? said(left) : says("over", said(left));
  find("clock").dataset.state = left < 0 ? "over" : left < minute ? "soon" : "";
  // What is left of this block, and all that come: when that would end.
  const end = Math.max(Date.now(), endsAt()) + blocks.slice(state.at + 1).reduce((sum, b) => sum + minutesOf(b) * minute, 0);
  const planned = state.began + blocks.reduce((sum, b) => sum + minutesOf(b) * minute, 0);
  const late = Math.round((end - planned) / minute);
  const next = blocks[state.at + 1]?.querySelector("h2").lastChild.textContent.trim();
  find("plan").textContent = [next ? says("after", next) : "", late > 0 ? says("later", clock(end), late) : says("in_time", clock(end))].filter(Boolean).join(" · ");
}

find("go").addEventListener("click", () => goTo(state.at + 1));
find("skip").addEventListener("click", () => goTo(state.at + 1, true));
find("back").addEventListener("click", back);
find("more").addEventListener("click", () => { state.added += 5; tellPlace(); show(); });

// ---- who is here ----

const boxes = [...form.querySelectorAll("input[name='Input.Present']")];
const isHere = () => boxes.filter((box) => box.checked).map((box) => box.value);
const count = () => { find("count").textContent = says("here", isHere().length); };

form.addEventListener("change", (event) => {
  if (boxes.includes(event.target)) {
    state.queue.push({ kind: "mark", body: { id: newId(), person: event.target.value, here: event.target.checked, at: new Date().toISOString() } });
    count();
    store();
    send();
  }
});
form.addEventListener("input", () => { state.draft = String(fieldsOf(form)); store(); });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const value = (name) => form.elements[name]?.value ?? "";
  const hands = (name) => {
    const typed = [0, 1, 2, 3, 4].map((i) => value(`Input.${name}[${i}]`));
    return typed.some((v) => v !== "") ? typed.map((v) => Number(v || 0)) : null;
  };
  const ticked = (name) => [...form.querySelectorAll(`input[type=checkbox][name='Input.${name}']`)].some((box) => box.checked);
  const body = {
    present: isHere(), shown: boxes.map((box) => box.value), minutes: Number(value("Input.Minutes")) || 1,
    before: hands("Before"), after: hands("After"), ran: state.ran.length ? state.ran : null, lesson: value("Input.Lesson") || null,
    allBlocks: ticked("AllBlocks"), filmShown: ticked("FilmShown"), actionAgreed: ticked("ActionAgreed"),
    action: value("Input.Action") || null, actionWho: value("Input.ActionWho") || null,
    idea: value("Input.Idea") || null, ideaNamed: ticked("IdeaNamed"),
  };
  state.queue = state.queue.filter((item) => item.kind !== "log").concat({ kind: "log", body });
  store();
  send();
});

// Others press on their own phones meanwhile.
async function look() {
  if (document.hidden || state.queue.length > 0) return;
  try {
    const answer = await fetch(`/api/v1/sessions/${id}/run`);
    if (!answer.ok || state.queue.length > 0) return;
    const { here } = await answer.json();
    for (const box of boxes) if (here.includes(box.value)) box.checked = true;
    count();
  } catch { /* no line: what is ticked here stands */ }
}

if (state.draft) fill(form, new URLSearchParams(state.draft));
for (const { kind, body } of state.queue) if (kind === "mark") boxes.filter((box) => box.value === body.person).forEach((box) => { box.checked = body.here; });
count();
show();
openDoor().then(prepare).catch(() => { root.dataset.ready = "no_line"; line("no_line"); });
send();
setInterval(tick, 1000);
setInterval(look, pause);
addEventListener("online", send);
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
