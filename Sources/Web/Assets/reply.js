// Says while an answer is written which of its words say nothing. It only points at them; a person decides.
for (const line of document.querySelectorAll("[data-empty-phrases]")) {
  const field = document.getElementById(line.dataset.watches);
  if (!field) continue;
  const phrases = line.dataset.emptyPhrases.split("|");
  const advice = line.textContent;
  const look = () => {
    const found = phrases.filter((phrase) => field.value.includes(phrase));
    line.textContent = found.length
      ? `有空话：${found.map((phrase) => `“${phrase}”`).join("、")}。请写清做了什么、哪一天、谁负责，不然督办代表可以退回。`
      : advice;
    line.classList.toggle("error", found.length > 0);
  };
  field.addEventListener("input", look);
  look();
}
