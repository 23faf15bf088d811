// The one entry. Every page works without it.
import "./margin.js";
import "./copy.js";
import "./print.js";
import "./autosave.js";
import "./draft.js";
import "./leave.js";
import "./try-out.js";
import "./timer.js";
import "./live.js";
