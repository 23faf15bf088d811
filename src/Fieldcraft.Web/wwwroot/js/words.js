// The texts a script shows come from the page: <body data-word-saved="Saved {0}">.
export const word = (key, ...values) =>
  (document.body.dataset["word" + key[0].toUpperCase() + key.slice(1)] ?? "").replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
