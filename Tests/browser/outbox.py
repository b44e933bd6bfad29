"""What would have gone out: without settings for text messages and mail each becomes a file in the data folder."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

LINK = re.compile(r"https?://\S+?/(l|follow)/[^\s，。；]+")
SECONDS = 45


def newest_link(data: Path, page: Page, *words: str) -> str:
    """The path of the newest link in a message that has all these words, as soon as there is one."""
    for _ in range(SECONDS * 4):
        if found := next(_links(data, words), None):
            return found
        page.wait_for_timeout(250)
    raise AssertionError(f"no message with a link and {words} in {SECONDS} s")


def _links(data: Path, words: tuple[str, ...]) -> Iterator[str]:
    files = sorted((data / "outbox").glob("*.txt"), key=lambda file: file.stat().st_mtime)
    for file in reversed(files):
        text = file.read_text(encoding="utf-8")
        if (link := LINK.search(text)) and all(word in text for word in words):
            yield urlsplit(link.group()).path
