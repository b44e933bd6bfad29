// What somebody writes stays on this device until the number is shown: a dead battery or a dead line loses nothing.
// Names and telephone numbers are never kept, devices are shared. The form is whole without any of this.

const place = "lianxin-say";
const keptFor = 7 * 24 * 3600 * 1000;
const kept = ["words", "place"];

const form = document.querySelector("form[data-draft]");
if (document.querySelector("[data-said]") || !draft()) forget();
if (form) {
  keep(form);
  waitForLine(form);
  for (const input of form.querySelectorAll("input[name=photo]")) shrink(input);
}

function keep(form) {
  const fields = kept.map((name) => form.querySelector(`[name=${name}]:not([type=hidden])`)).filter(Boolean);
  const line = form.querySelector("[data-draft-line]");
  if (!fields.length || !line) return;
  const old = draft();
  let found = false;
  for (const field of fields) {
    if (field.value || !old?.[field.name]) continue;
    field.value = old[field.name];
    found = true;
  }
  if (found) tell(form, "已找回您上次没有提交的文字。", () => fields[0].focus());
  form.addEventListener("input", () => {
    if (note(Object.fromEntries(fields.map((field) => [field.name, field.value])))) line.hidden = false;
  });
  line.hidden = !old;
  line.querySelector("[data-draft-clear]").addEventListener("click", () => {
    for (const field of fields) field.value = "";
    forget();
    line.hidden = true;
    tell(form, "已经清除，这台设备上不再留着。");
    fields[0].focus();
  });
}

// Without a line the button stays what it is: what it would have sent goes out when the line is back, and as the form
// carries its own id, once.
function waitForLine(form) {
  let waiting = null;
  form.addEventListener("submit", (event) => {
    if (navigator.onLine !== false) return;
    event.preventDefault();
    event.stopPropagation();
    waiting = event.submitter ?? form.querySelector("button[value=next]");
    tell(form, "现在没有网。您写的都在，网一通就自动提交；不想等，也可以先关掉，下次打开还在。");
  });
  addEventListener("online", () => {
    const button = waiting;
    waiting = null;
    button?.click();
  });
}

// A telephone's photo is larger than anybody needs, and slow lines are paid for.
function shrink(input) {
  const most = 1600;
  input.addEventListener("change", async () => {
    try {
      const files = await Promise.all([...input.files].map(async (file) => {
        if (file.size < 800_000 || !file.type.startsWith("image/")) return file;
        const image = await createImageBitmap(file, { imageOrientation: "from-image" });
        const part = Math.min(1, most / Math.max(image.width, image.height));
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(image.width * part);
        canvas.height = Math.round(image.height * part);
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
        return blob && blob.size < file.size ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file;
      }));
      const list = new DataTransfer();
      for (const file of files) list.items.add(file);
      input.files = list.files;
    } catch { /* the photo goes as it is */ }
  });
}

function tell(form, words, then) {
  let line = form.querySelector("[data-told]");
  if (!line) {
    line = document.createElement("p");
    line.className = "notice info";
    line.dataset.told = "";
    line.setAttribute("role", "status");
    form.querySelector(".actions").before(line);
  }
  line.textContent = words;
  then?.();
}

function draft() {
  try {
    const old = JSON.parse(localStorage.getItem(place));
    return old && Date.now() - old.at < keptFor ? old : null;
  } catch {
    return null;
  }
}

function note(words) {
  try {
    localStorage.setItem(place, JSON.stringify({ at: Date.now(), ...words }));
    return true;
  } catch {
    return false;
  }
}

function forget() {
  try {
    localStorage.removeItem(place);
  } catch { /* nothing was kept */ }
}
