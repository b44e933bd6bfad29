"""What is asked of every page. Each gives a list of faults in words, empty when the page is well."""

import gzip
import json
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from pages import new_page

AXE_RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
# The offices' words: a resident reads who has it, what they must do and by when.
OFFICE_WORDS = ["受理", "交办", "承办", "办结", "归档"]
TELEPHONE = re.compile(r"(?<![\d-])(?:0\d{2,3}[-  ]?\d{7,8}|1[3-9]\d{9}|12\d{3})(?![\d-])")
HOURS = re.compile(r"\d{1,2}\s*(?:[::]\s*\d{2}|点|时)")

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


def compressed_bytes(browser: Browser, url: str, path: str) -> dict[str, int]:
    """What a first visitor fetches, by address, texts as gzip sends them."""
    answers: list[Response] = []
    page = new_page(browser, url)
    page.on("response", lambda answer: answers.append(answer))
    page.goto(path, wait_until="networkidle")
    weights = {answer.url: weight(answer) for answer in answers if not 300 <= answer.status < 400}
    page.context.close()
    return weights


def weight(answer: Response) -> int:
    body = answer.body()
    kind = answer.headers.get("content-type", "")
    is_text = any(word in kind for word in ("text/", "javascript", "json", "xml"))
    return len(gzip.compress(body, 6)) if is_text else len(body)


def complaints(browser: Browser, url: str, path: str) -> list[str]:
    """Errors the browser reports while the page opens (policy, scripts, files), and what it fetches elsewhere."""
    faults: list[str] = []
    page = new_page(browser, url)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((url, "data:")) else faults.append(request.url))
    page.goto(path, wait_until="networkidle")
    page.context.close()
    return faults


def readable(faults: list[str]) -> str:
    return json.dumps(faults, ensure_ascii=False, indent=1)
