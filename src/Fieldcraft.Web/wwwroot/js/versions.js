// Two versions of one text: both are shown, the person chooses, and the one not chosen stays readable below.
import { make, word } from "./words.js";

export function showVersions(form, field, answer, settled) {
  const main = field?.name ? field : form.querySelector("textarea, input:not([type=hidden])");
  const theirs = typeof answer.theirs === "object" ? answer.theirs : { [main.name]: answer.theirs };
  const differing = Object.entries(theirs).filter(([name, text]) => form.elements[name] && valueOf(form, name) !== (text ?? ""));
  if (differing.length === 0) return settled(answer.savedAt ?? ""); // the same words in two windows are no conflict

  const mine = differing.map(([name]) => valueOf(form, name)).join("\n\n");
  const other = differing.map(([, text]) => text ?? "").join("\n\n");
  const block = make("div", { className: "versions", tabIndex: -1 });
  block.setAttribute("role", "group");
  block.setAttribute("aria-label", word("twoVersions"));
  block.append(
    make("p", { textContent: word("chooseOne") }),
    make("div", {},
      version("mine", mine, "keepMine", () => choose("mine", other, "theirs")),
      version("theirs", other, "keepTheirs", () => {
        differing.forEach(([name, text]) => setValue(form, name, text ?? ""));
        choose(answer.savedAt ?? "", mine, "mine");
      })));
  (main.closest(".field, .ask") ?? form).append(block);
  block.focus();

  function version(heading, text, verb, act) {
    return make("section", {}, make("h3", { textContent: word(heading) }), make("p", { className: "own-words", textContent: text }),
      make("button", { type: "button", className: "button quiet", textContent: word(verb), onclick: act }));
  }
  function choose(choice, leftOver, heading) {
    block.replaceWith(make("details", { className: "more" }, make("summary", { textContent: word(heading) }), make("p", { className: "own-words", textContent: leftOver })));
    main.focus();
    settled(choice);
  }
}

const valueOf = (form, name) => new FormData(form).getAll(name).join(", ");
function setValue(form, name, text) {
  const field = form.elements[name];
  if (field instanceof RadioNodeList && !field[0].type.match(/radio|checkbox/)) field[0].value = text;
  else if (field.type === "checkbox") field.checked = text === field.value;
  else field.value = text;
}
