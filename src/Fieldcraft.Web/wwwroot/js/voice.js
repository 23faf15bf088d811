// Records a voice for a film and sends it: small, because speech needs little.
const root = document.querySelector("[data-voice]");
const status = root.querySelector("[data-voice-says]");
const start = root.querySelector("[data-voice-start]");
const stop = root.querySelector("[data-voice-stop]");
const says = (key) => { status.textContent = root.querySelector("[data-words]").content.querySelector(`[data-key=${key}]`).textContent; };

start.addEventListener("click", async () => {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch {
    return says("refused");
  }
  const parts = [];
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 24000 });
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.addEventListener("stop", async () => {
    stream.getTracks().forEach((track) => track.stop());
    [start.hidden, stop.hidden] = [false, true];
    try {
      const response = await fetch(root.dataset.voice, { method: "POST", body: new Blob(parts, { type: "application/octet-stream" }) });
      if (response.ok) {
        says("kept");
        location.reload();
      } else {
        status.textContent = (await response.json()).says;
      }
    } catch {
      says("lost");
    }
  });
  recorder.start();
  says("recording");
  [start.hidden, stop.hidden] = [true, false];
  stop.focus();
  stop.addEventListener("click", () => recorder.stop(), { once: true });
  document.querySelector("[data-film-play]")?.click();
});
