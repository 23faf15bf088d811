// A device that many use: what somebody leaves half done goes after two minutes, and no way back shows it again.
const place = document.querySelector("[data-kiosk]");
const back = place.dataset.kiosk;
const waits = 120_000;
let gone;
const begin = () => { clearTimeout(gone); gone = setTimeout(() => location.replace(back), waits); };
for (const sign of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(sign, begin, { passive: true });
addEventListener("pageshow", (shown) => { if (shown.persisted) location.replace(back); });
if (place.matches("form")) place.querySelector("input:not([type=hidden])").focus();
else begin();
