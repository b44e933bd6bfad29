"""What is asked of every page. Each gives a list of faults in words, empty when the page is well."""

import gzip
import json
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

AXE_RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
# The offices' words: a resident reads who has it, what they must do and by when.
OFFICE_WORDS = ["受理", "交办", "承办", "办结", "归档"]
TELEPHONE = re.compile(r"(?<![\d-])(?:0\d{2,3}[-  ]?\d{7,8}|1[3-9]\d{9}|12\d{3})(?![\d-])")
HOURS = re.compile(r"\d{1,2}\s*(?:[::]\s*\d{2}|点|小?时)")

WIDER_THAN_THE_SCREEN = """(width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 0.5);
    const name = (e) => `${e.tagName.toLowerCase()}.${e.className} „${e.textContent.trim().slice(0, 20)}“`;
    const names = wide.slice(-5).map(name);
    return [`${document.documentElement.scrollWidth} px wide, for example ${names.join('; ')}`];
}"""


def overflow(page: Page) -> list[str]:
    """Nobody scrolls sideways to read a sentence."""
    return page.evaluate(WIDER_THAN_THE_SCREEN, page.viewport_size["width"])


def axe_violations(page: Page) -> list[str]:
    """Needs a page with JavaScript: axe waits for promises."""
    found = Axe().run(page, options={"resultTypes": ["violations"], "runOnly": AXE_RULES}).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: " + "; ".join(node["html"][:160] for node in violation["nodes"][:3])
        for violation in found
    ]


def office_words(page: Page) -> list[str]:
    """In the whole source, so that labels and alternative texts count too."""
    source = page.content()
    return [f"{word}: …{source[max(0, source.find(word) - 20):][:60]}…" for word in OFFICE_WORDS if word in source]


def human_being(page: Page) -> list[str]:
    """A telephone number and the hours at which somebody answers it."""
    text = page.locator("body").inner_text()
    faults = [] if TELEPHONE.search(text) else ["no telephone number"]
    return faults if HOURS.search(text) else [*faults, "no hours"]


class Weights:
    """What a first visitor fetches for the page that is shown, texts as gzip sends them. Listens from now on."""

    def __init__(self, page: Page) -> None:
        self._answers: list[Response] = []
        page.on("response", self._note)

    def by_address(self) -> dict[str, int]:
        return {answer.url: weight(answer) for answer in self._answers}

    def _note(self, answer: Response) -> None:
        if 300 <= answer.status < 400:
            return
        if answer.request.resource_type == "document":
            # The screens before this one are none of its weight; what it has in common with them is asked for again.
            self._answers.clear()
        self._answers.append(answer)


def weight(answer: Response) -> int:
    body = answer.body()
    kind = answer.headers.get("content-type", "")
    is_text = any(word in kind for word in ("text/", "javascript", "json", "xml"))
    return len(gzip.compress(body, 6)) if is_text else len(body)


def complaints(page: Page, url: str, *, status: int = 200) -> list[str]:
    """Fills with errors the browser reports from now on (policy, scripts, files), and what it fetches elsewhere."""
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # A page that says no is told of as if it were a file that is missing.
        is_about_page = status != 200 and f"status of {status}" in message.text
        if message.type == "error" and not is_about_page:
            faults.append(message.text)

    def ask(request: Request) -> None:
        if not request.url.startswith((url, "data:", "blob:")):
            faults.append(f"fetched from elsewhere: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", ask)
    return faults


def readable(faults: list[str]) -> str:
    return json.dumps(faults, ensure_ascii=False, indent=1)
