// <button data-copy="#id"> copies the value or the text of what it names.
import { word } from "./words.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  const text = source.value ?? source.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    source.select?.(); // not allowed off https: the text is at least selected
    return;
  }
  const label = button.lastElementChild ?? button;
  const before = label.textContent;
  label.textContent = word("copied");
  button.setAttribute("aria-live", "polite");
  setTimeout(() => { label.textContent = before; }, 2500);
});
