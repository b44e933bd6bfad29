"""A matter played by its people, each before a screen of her own: they read the page and fill in the form it shows."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, expect

from harness import Person, Server
from pages import NARROW, new_page, sign_in

NUMBER = re.compile(r"\b14\d{2}-\d{4}-\d{6,}-\d\b")
CODE = re.compile(r"\b\d{4}[  ]\d{4}\b")


# Who signed in once stays signed in for the plays after it.
SIGNED_IN: dict[tuple[str, str], dict] = {}


@dataclass(frozen=True)
class Slip:
    """What a resident takes home."""

    number: str
    code: str


class Play:
    def __init__(self, browser: Browser, server: Server, javascript: bool) -> None:
        self.browser = browser
        self.server = server
        self.javascript = javascript
        self.screens: dict[str, Page] = {}
        self.staff_forms = 0

    def close(self) -> None:
        for page in self.screens.values():
            page.context.close()

    def screen(self, who: str) -> Page:
        """The screen of somebody, opened at first use."""
        if who not in self.screens:
            self.screens[who] = new_page(self.browser, self.server.url, javascript=self.javascript, width=NARROW)
        return self.screens[who]

    # Residents

    def say(self, words: str, *, place: str = "榆次 北关街道", bypass: bool = False, phone: str = "19900001234") -> Slip:
        """From the first page to the number, as somebody would who has never been here."""
        page = self.screen("resident")
        page.goto("/")
        press(page, page.get_by_role("main").get_by_role("link", name="说一件事", exact=True))
        screens = 1
        page.locator("input[name=q]").fill(place)
        press(page, page.get_by_role("button", name="找这个地方"))
        if page.locator("form[action='/say'] [name=words]").count() == 0:
            screens += 1
            last = place.split(" ")[-1]
            press(page, page.get_by_role("main").get_by_role("link", name=re.compile(last)).first)
        screens += 1
        asked = [{"words": words, "bypass": "yes" if bypass else "no"}, {"phone": phone, "name": "张秀英"}, {}]
        for fields in asked:
            form = page.locator("form[action='/say']")
            fill(form, fields)
            press(page, form.locator("button[value=next]"))
            screens += 1
        text = page.locator(".slip").inner_text()
        slip = Slip(NUMBER.search(text).group(), CODE.search(text).group())
        assert screens <= 5, f"{screens} screens from the first page to the number"
        return slip

    def my(self, slip: Slip) -> Page:
        """The resident's own page of the matter, by number and code."""
        page = self.screen("resident")
        page.goto("/my")
        if page.locator("form[action='/my'] [name=number]").count() == 0:
            press(page, page.get_by_role("button", name=re.compile("退出|查另一件")).first)
            page.goto("/my")
        form = page.locator("form[action='/my']")
        fill(form, {"number": slip.number, "code": slip.code})
        press(page, submit_of(form))
        expect(page.locator("h1")).to_be_visible()
        return page

    def reporter(self, slip: Slip, noun: str, **fields: str) -> Page:
        page = self.my(slip)
        self._send(page, f"/my/{slip.number}/{noun}", fields)
        return page

    # Staff

    def staff(self, login: str) -> Page:
        """The screen of somebody of the staff, signed in."""
        if login not in self.screens:
            kept = SIGNED_IN.get((self.server.url, login))
            page = new_page(
                self.browser, self.server.url, javascript=self.javascript, width=NARROW, storage_state=kept)
            if kept is None:
                sign_in(page, self._person(login))
                SIGNED_IN[self.server.url, login] = page.context.storage_state()
            self.screens[login] = page
        return self.screens[login]

    def act(self, login: str, slip: Slip, noun: str, **fields: str) -> Page:
        """Opens the matter as that person, fills in the form of the act and sends it."""
        page = self.staff(login)
        page.goto(f"/matters/{slip.number}")
        self._send(page, f"/matters/{slip.number}/{noun}", fields)
        self.staff_forms += 1
        return page

    def state(self, slip: Slip, login: str) -> str:
        page = self.staff(login)
        page.goto(f"/matters/{slip.number}")
        return page.locator("main").inner_text()

    def _person(self, login: str) -> Person:
        return next(person for person in self.server.people if person.login == login)

    def _send(self, page: Page, action: str, fields: dict[str, str]) -> None:
        form = page.locator(f"form[action='{action}']")
        known = page.locator("main").inner_text()[:1500] if form.count() == 0 else ""
        assert form.count() == 1, f"no form {action} on the page:\n{known}"
        folded = page.locator("details", has=form)
        if folded.count() and not folded.first.evaluate("(fold) => fold.open"):
            folded.first.locator("summary").first.click()
        fill(form, fields)
        press(page, submit_of(form))
        mistakes = page.locator(".error-summary")
        assert mistakes.count() == 0, f"{action}: {mistakes.first.inner_text()}"


def submit_of(form: Locator) -> Locator:
    return form.locator("button:not([type=button])").last


def press(page: Page, button: Locator) -> None:
    button.click()
    page.wait_for_load_state()


def fill(form: Locator, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        field = form.locator(f"[name='{name}']:not([type=hidden])")
        assert field.count() > 0, f"the form has no field {name}"
        kind = field.first.evaluate("(field) => field.type")
        if kind == "radio":
            form.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            form.locator(f"[name='{name}'][value='{value}']").set_checked(True)
        elif kind == "select-one":
            choose(field.first, value)
        else:
            field.first.fill(value)


def choose(select: Locator, wanted: str) -> None:
    """By value, or by the first choice whose words contain what is wanted."""
    choices = select.locator("option").evaluate_all("(all) => all.map((one) => [one.value, one.textContent])")
    for value, words in choices:
        if value == wanted or (value and wanted in words):
            select.select_option(value)
            return
    raise AssertionError(f"no choice {wanted} among {choices}")

