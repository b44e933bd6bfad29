// Makes pages quicker to use; none needs it. No inline script, nothing filled in that the form depends on.

const keptFor = 12 * 3600 * 1000;
const prefix = "lianxin-words-";

// The first mistake is where a keyboard or a screen reader should be.
document.querySelector("[data-focus]")?.focus();

// A second press of the button sends nothing; coming back to the page makes it work again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  if (form.dataset.keep) keep(form, { sent: true });
  if (form.dataset.forget) forgetUnder(form.dataset.forget);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});

// Long texts of a form with data-keep survive a dead battery or a dead line: kept on this device until they were taken
// in, half a day at most. Names and telephone numbers are never kept, devices are shared.
for (const said of document.querySelectorAll("[data-accepted]")) takenIn(said.dataset.accepted);
const keeping = [...document.querySelectorAll("form[data-keep]")];
forgetOthers(new Set(keeping.map((form) => form.dataset.keep)));
for (const form of keeping) keepWords(form);

function keepWords(form) {
  const key = form.dataset.keep;
  const areas = areasOf(form);
  if (!areas.length) return;
  const old = noted(key);
  // Shown again it was refused, or never came through.
  if (old?.sent && isAct(key)) note(key, { ...old, sent: false });
  let restored = false;
  for (const area of areas) {
    const words = old?.words?.[area.name];
    if (words && !area.value) {
      area.value = words;
      for (let fold = area.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      restored = true;
    }
  }
  if (restored) tellRestored(form, areas, key);
  form.addEventListener("input", () => keep(form, { sent: false }));
}

function areasOf(form) {
  return [...form.querySelectorAll("textarea[name]")];
}

function keep(form, standing) {
  const areas = areasOf(form);
  if (areas.every((area) => !area.value.trim())) return forget(form.dataset.keep);
  note(form.dataset.keep, { words: Object.fromEntries(areas.map((area) => [area.name, area.value])), ...standing });
}

function tellRestored(form, areas, key) {
  const line = document.createElement("p");
  line.className = "notice info";
  line.setAttribute("role", "status");
  line.textContent = "已找回您上次没有提交的文字。";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "清空，重新写";
  button.addEventListener("click", () => {
    for (const area of areas) area.value = "";
    forget(key);
    line.remove();
    areas[0]?.focus();
  });
  line.append(button);
  form.prepend(line);
  const fold = form.closest("details");
  if (fold) fold.open = true;
}

// Said by the page itself, because the form of an act may stand on it again. The address says it once: after a reload
// it would be taken for what is written next.
function takenIn(key) {
  if (noted(key)?.sent) forget(key);
  const address = new URL(location.href);
  if (!address.searchParams.has("done")) return;
  for (const name of ["done", "matter"]) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
}

// The key of an act on a matter is a path, and the page after it says that it was taken in.
function isAct(key) {
  return key.includes("/");
}

// Any other form that was sent and is not shown again was accepted.
function forgetOthers(here) {
  for (const key of keys()) {
    const old = noted(key);
    if (!old || (old.sent && !here.has(key) && !isAct(key))) forget(key);
  }
}

// Whoever says that she is done on a device leaves nothing there.
function forgetUnder(path) {
  for (const key of keys()) {
    if (key.startsWith(path)) forget(key);
  }
}

function keys() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  } catch {
    return []; // storage is switched off
  }
}

function noted(key) {
  try {
    const old = JSON.parse(localStorage.getItem(prefix + key));
    return old && Date.now() - old.at < keptFor ? old : null;
  } catch {
    return null;
  }
}

function note(key, value) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), ...value }));
  } catch { /* storage is full or switched off: the words are still in the form */ }
}

function forget(key) {
  try {
    localStorage.removeItem(prefix + key);
  } catch { /* nothing was kept */ }
}

// How a text would look follows while it is typed; the button does the same without us.
const looking = document.querySelector("button[data-preview]");
if (looking) followPreview(looking.form, looking.getAttribute("formaction"));

function followPreview(form, address) {
  const shown = document.querySelector(".preview");
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      try {
        const answer = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = page.querySelector(answer.ok ? ".preview" : ".error-summary li");
        if (found) shown.textContent = found.textContent;
      } catch { /* no line: the button says so */ }
    }, 500);
  });
}
