// The texts a script shows come from the page: <body data-word-saved="Saved {0}">.
export const word = (key, ...values) =>
  (document.body.dataset["word" + key[0].toUpperCase() + key.slice(1)] ?? "").replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// What the line beside a field says about its text. "detail" is a time, a message, or false when nothing could be kept on this device.
export const say = (state, detail, isOwn) =>
  ({
    saving: () => word("saving"),
    saved: () => word("saved", detail ?? "").trim(),
    refused: () => word("refused", detail ?? ""),
    waiting: () => (typeof detail === "string" ? detail : word(detail === false || !isOwn ? "waitingHere" : "waiting")),
    ended: () => word(detail ? "ended" : "endedHere"),
  })[state]();
