// Plays a film made of slides: one at a time, as long as its words take, with the recorded voice where there is one. Without script all slides
// stand on the page, each with what is said.
for (const film of document.querySelectorAll("[data-film]")) {
  const slides = [...film.querySelectorAll("[data-seconds]")];
  const voice = film.querySelector("audio");
  const place = film.querySelector("[data-film-place]");
  const play = film.querySelector("[data-film-play]");
  const says = (key) => film.querySelector("[data-words]").content.querySelector(`[data-key=${key}]`).textContent;
  const starts = slides.reduce((all, slide) => [...all, all.at(-1) + Number(slide.dataset.seconds)], [0]);
  let now = 0, waits, began = 0;

  const show = (index) => {
    now = Math.max(0, Math.min(slides.length - 1, index));
    slides.forEach((slide, i) => { slide.hidden = i !== now; });
    place.textContent = `${now + 1} / ${slides.length}`;
  };
  const stop = () => {
    clearTimeout(waits);
    waits = undefined;
    voice?.pause();
    play.textContent = says("play");
  };
  // The voice gives the pace when it runs: its share of the whole stands for the slides' shares of theirs.
  const seconds = (index) => (starts[index + 1] - starts[index]) * (voice?.duration > 0 ? voice.duration / starts.at(-1) : 1);
  const next = () => {
    waits = setTimeout(() => {
      if (now + 1 >= slides.length) return stop();
      show(now + 1);
      next();
    }, seconds(now) * 1000);
  };
  const go = async (index) => {
    const wasPlaying = waits !== undefined;
    clearTimeout(waits);
    show(index);
    if (voice?.duration > 0) voice.currentTime = (starts[now] / starts.at(-1)) * voice.duration;
    if (wasPlaying) next();
  };
  play.addEventListener("click", async () => {
    if (waits !== undefined) return stop();
    if (now === slides.length - 1 && began) show(0);
    began = 1;
    play.textContent = says("pause");
    waits = 0;
    if (voice) {
      // A voice that cannot be had leaves the captions to do it.
      await voice.play().catch(() => {});
      voice.currentTime = voice.duration > 0 ? (starts[now] / starts.at(-1)) * voice.duration : 0;
    }
    if (waits !== undefined) next();
  });
  film.querySelector("[data-film-back]").addEventListener("click", () => go(now - 1));
  film.querySelector("[data-film-on]").addEventListener("click", () => go(now + 1));
  film.dataset.film = "ready";
  show(0);
}
