// What was said goes to the server when there is one: each piece with its own id, as often as it takes.
import { forget } from "./device.js";
import { id, line, root, state, store } from "./run-state.js";

const pause = 5_000;
const ways = {
  mark: (items) => ["POST", "attendance", { marks: items.map((item) => item.body) }],
  place: (items) => ["PUT", "run", items.at(-1).body],
  log: (items) => ["PUT", "log", items.at(-1).body],
};
let isSending = false, again;

export async function send() {
  clearTimeout(again);
  if (isSending) return;
  isSending = true;
  try {
    for (const kind of ["mark", "place", "log"]) {
      const items = state.queue.filter((item) => item.kind === kind);
      if (items.length === 0) continue;
      const [method, where, body] = ways[kind](items);
      const answer = await fetch(`/api/v1/sessions/${id}/${where}`, {
        method, redirect: "manual", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
      });
      if (answer.status === 401) return line("ended");
      if (answer.status === 429 || answer.status >= 500 || answer.type === "opaqueredirect") throw new Error("later");
      const refused = answer.ok ? null : (await answer.json().catch(() => ({}))).detail ?? String(answer.status);
      // A place that nobody wants any more is no loss; anything else that is refused stays and is said.
      if (refused && kind !== "place") return line("refused", refused);
      state.queue = state.queue.filter((item) => !items.includes(item));
      if (kind === "log") Object.assign(state, { logged: true, draft: null });
      store();
    }
    if (state.logged && state.queue.length === 0) forget("run", id);
    line(state.logged && state.queue.length === 0 ? "sent" : root.dataset.ready ?? "now");
  } catch {
    line(state.queue.some((item) => item.kind === "log") ? "kept" : "waiting", state.queue.length);
    again = setTimeout(send, pause);
  } finally {
    isSending = false;
  }
}
