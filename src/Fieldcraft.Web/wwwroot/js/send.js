// One way to send a form in the background, and one reading of the answer.
// kind: saved | conflict | ended | refused | waiting
export async function send(action, body, leaving = false) {
  const token = document.querySelector("input[name=_form]");
  if (token) body.set("_form", token.value); // the page's is newer than a kept one
  let response;
  try {
    response = await fetch(action, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-Fieldcraft-Autosave": "1" },
      redirect: "manual",
      keepalive: leaving && String(body).length < 60000,
    });
  } catch {
    return { kind: "waiting" };
  }
  if (response.status === 401 || response.type === "opaqueredirect") return { kind: "ended" };
  if (response.status === 429 || response.status >= 500) return { kind: "waiting" };
  let answer;
  try {
    answer = await response.json();
  } catch {
    return { kind: response.ok ? "waiting" : "refused" }; // an answer nobody can read is no proof of anything
  }
  if (response.status === 409) return { kind: "conflict", ...answer };
  if (response.ok && answer.savedAt) return { kind: "saved", ...answer };
  return { kind: "refused", message: answer.message ?? answer.detail };
}

export const fieldsOf = (form) => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  return body;
};

// Puts kept values back into a form. Fields that do not stand in the values are unticked boxes.
export const fill = (form, values) => {
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.type === "file" || field.type === "password") continue;
    const kept = values.getAll(field.name);
    if (field.type === "checkbox" || field.type === "radio") field.checked = kept.includes(field.value);
    else if (field.type === "select-multiple") for (const option of field.options) option.selected = kept.includes(option.value);
    else if (kept.length > 0) field.value = kept[0];
  }
};
