// A form whose effect is shown at once: the same page answers, and its result takes the place of the one that stands here.
document.querySelectorAll("form[data-try-out]").forEach((form) => {
  const place = document.querySelector(form.dataset.tryOut);
  let latest = 0;
  form.addEventListener("change", async () => {
    const mine = ++latest;
    let page;
    try {
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
      if (!response.ok) return;
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      return; // the button still does it
    }
    const fresh = page.querySelector(form.dataset.tryOut);
    if (mine !== latest || !fresh || !place) return; // a later change is on its way
    const open = [...place.querySelectorAll("details[open][data-keep-open]")].map((d) => d.dataset.keepOpen);
    place.replaceChildren(...fresh.childNodes);
    place.querySelectorAll("details[data-keep-open]").forEach((d) => { d.open = open.includes(d.dataset.keepOpen); });
  });
});
