// The square on a slip leads to /my#n=…&c=…: what stands behind # never leaves the telephone. It is put into the form
// and taken out of the address, so that nobody who uses the telephone later finds it there.

fill();
addEventListener("hashchange", fill);

function fill() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const number = parts.get("n");
  const code = parts.get("c");
  if (!number && !code) return;
  history.replaceState(null, "", location.pathname + location.search);
  put("number", number);
  put("code", code);
  document.querySelector("main form button[type=submit]")?.focus();
}

function put(name, value) {
  const field = document.querySelector(`main form input[name="${name}"]`);
  if (field && value) field.value = value;
}
