"""Opening pages as the people who sit in front of them."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Page

from harness import Person

NARROW, MIDDLE, WIDE = 360, 768, 1280
CHROMIUM = Path("/usr/bin/chromium-headless-shell")
ELDER_COOKIE = "lx_elder"
ELDER_SWITCH = re.compile("长辈版|大字版")


def launch(chromium: BrowserType, flags: Sequence[str] = ()) -> Browser:
    """Debian's headless Chromium; where there is none, the one Playwright fetched."""
    program = CHROMIUM if CHROMIUM.exists() else None
    # As root, as in a container, Chromium refuses to run inside its own sandbox.
    # Its own words (选择文件) are Chinese where its language pack is there: Debian's is in chromium-l10n.
    return chromium.launch(executable_path=program, args=["--no-sandbox", "--lang=zh-CN", *flags])


def new_page(browser: Browser, url: str, *, javascript: bool = True, width: int = NARROW, **options) -> Page:
    """A page of a new visitor in Shanxi, as a telephone where it is narrow."""
    context = browser.new_context(
        base_url=url, java_script_enabled=javascript, viewport={"width": width, "height": 800},
        is_mobile=width < MIDDLE, has_touch=width < MIDDLE, locale="zh-CN", timezone_id="Asia/Shanghai", **options,
    )
    context.set_default_timeout(10_000)
    return context.new_page()


def sign_in(page: Page, person: Person) -> None:
    """Signs in by the form and leaves the page where the program led."""
    page.goto("/sign-in")
    form = page.locator("form:has([name=password])")
    form.locator("[name=login]").fill(person.login)
    form.locator("[name=password]").fill(person.password)
    form.locator("button:not([type=button]), input[type=submit]").first.click()
    page.wait_for_load_state()
    if page.locator("form:has([name=password])").count():
        raise AssertionError(f"{person.role} {person.login} cannot sign in: {page.locator('main').inner_text()[:300]}")


def switch_to_elder(page: Page) -> None:
    """Presses the visible switch of the 长辈版, which holds for the pages after it."""
    page.goto("/")
    switch = page.locator("a, button, label").filter(has_text=ELDER_SWITCH)
    if switch.count() == 0:
        raise AssertionError("the first page shows no switch to the 长辈版")
    switch.first.click()
    page.wait_for_load_state()


def enter_elder(page: Page, url: str) -> None:
    """As if the switch had been pressed at an earlier visit."""
    page.context.add_cookies([{"name": ELDER_COOKIE, "value": "1", "url": url}])
