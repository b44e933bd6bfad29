// Saying it aloud: one button to begin, one to stop, to hear it again or to take it back. Only where the browser can;
// everywhere else the field for a recording made otherwise is what there is.

const most = 60;
const types = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"];

const place = document.querySelector("[data-voice]");
const input = place?.querySelector("input[type=file]");
if (input && window.MediaRecorder && navigator.mediaDevices?.getUserMedia) offer();

function offer() {
  const row = document.createElement("p");
  row.className = "recorder";
  const start = button("开始录音");
  const stop = button("停止");
  const drop = button("删掉，重新录");
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const sound = document.createElement("audio");
  sound.controls = true;
  row.append(start, stop, sound, drop, status);
  place.append(row);
  show(start);

  let recorder = null;
  let clock = 0;
  let left = most;

  start.addEventListener("click", async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      status.textContent = "话筒没有打开。可以改成写字，或者用手机自带的录音机录好，在上面选。";
      return;
    }
    const pieces = [];
    recorder = new MediaRecorder(stream, { mimeType: types.find((type) => MediaRecorder.isTypeSupported(type)) });
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      take(new Blob(pieces, { type: recorder.mimeType }));
    });
    recorder.start();
    left = most;
    clock = setInterval(() => {
      left -= 1;
      // Every second is too much to listen to.
      if (left % 10 === 0 || left < 5) status.textContent = `正在录，还能录 ${left} 秒`;
      if (left <= 0) finish();
    }, 1000);
    status.textContent = `正在录，还能录 ${most} 秒`;
    show(stop);
    stop.focus();
  });
  stop.addEventListener("click", finish);
  drop.addEventListener("click", () => {
    input.value = "";
    URL.revokeObjectURL(sound.src);
    sound.removeAttribute("src");
    status.textContent = "已经删掉。";
    show(start);
    start.focus();
  });

  function finish() {
    if (recorder?.state === "recording") recorder.stop();
  }

  function take(blob) {
    const end = blob.type.includes("mp4") ? "m4a" : blob.type.includes("ogg") ? "ogg" : "webm";
    try {
      const list = new DataTransfer();
      list.items.add(new File([blob], `voice.${end}`, { type: blob.type }));
      input.files = list.files;
    } catch {
      status.textContent = "这个浏览器交不了录音。可以改成写字，或者用手机自带的录音机录好，在上面选。";
      show(start);
      return;
    }
    sound.src = URL.createObjectURL(blob);
    status.textContent = "录好了，可以先听一遍。点“下一步”就会交上来。";
    show(sound, drop);
  }

  function show(...shown) {
    for (const part of [start, stop, sound, drop]) part.hidden = !shown.includes(part);
  }
}

function button(word) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "second";
  made.textContent = word;
  return made;
}
