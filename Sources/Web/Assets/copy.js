// A button beside a text that is meant to be copied; without this module the text is marked and copied by hand.

for (const area of document.querySelectorAll("textarea[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second no-print";
  button.textContent = "复制这段话";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = "已经复制。";
    } catch {
      area.focus();
      area.select();
      said.textContent = "已经选中，请按复制。";
    }
  });
  area.after(button, " ", said);
}
