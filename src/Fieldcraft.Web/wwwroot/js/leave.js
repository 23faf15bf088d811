// Signing out leaves nothing on the device. Texts that have not reached the server are sent first, or asked about.
import { flush, hasWaiting } from "./autosave.js";
import { wipe } from "./device.js";
import { word } from "./words.js";

document.querySelectorAll("form[data-clear-device]").forEach((form) => form.addEventListener("submit", async (event) => {
  if (hasWaiting()) {
    event.preventDefault();
    await Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    if (hasWaiting() && !confirm(word("unsent"))) return;
    wipe();
    form.submit();
  } else wipe();
}));
