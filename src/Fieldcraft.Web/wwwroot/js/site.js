// The one entry. Every page works without it.
import "./margin.js";
import "./copy.js";
import "./print.js";
import "./autosave.js";
import "./draft.js";
import "./leave.js";
import "./try-out.js";

// What few pages need is asked for by them.
if (document.querySelector("[data-ends]")) import("./timer.js");
if (document.querySelector("[data-live-root]")) import("./live.js");
if (document.querySelector("[data-film]")) import("./film.js");
if (document.querySelector("[data-voice]")) import("./voice.js");
if (document.querySelector("[data-run]")) import("./run.js");
if (document.querySelector("[data-screen]")) import("./screen.js");
if (document.querySelector("[data-tablet]")) import("./tablet.js");
if (document.querySelector("[data-kiosk]")) import("./kiosk.js");
