"""A matter played by its people, each before a screen of her own: they read the page and fill in the form it shows."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, expect

from harness import Person, Server
from pages import NARROW, new_page, sign_in

NUMBER = re.compile(r"\b14\d{2}-\d{4}-\d{6,}-\d\b")
CODE = re.compile(r"\b\d{4}[  ]\d{4}\b")


# What is asked after each other, as the forms call it.
STEPS = ["where", "what", "reach", "check", "slip"]
PLACE = "榆次 北关街道"

# Who signed in once stays signed in for the plays after it.
SIGNED_IN: dict[tuple[str, str], dict] = {}


@dataclass(frozen=True)
class Slip:
    """What a resident takes home."""

    number: str
    code: str


@dataclass(frozen=True)
class Told:
    """What a resident says, and how she is reached."""

    words: str
    place: str = PLACE
    bypass: bool = False
    phone: str = "19900001234"
    name: str = "张秀英"


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

    def say(self, words: str, *, place: str = PLACE, bypass: bool = False, phone: str = "19900001234") -> Slip:
        """From the first page to the number, as somebody would who has never been here."""
        page = self.screen("resident")
        told = Told(words, place, bypass, phone)
        count = say_until(page, "slip", told)
        assert count <= 5, f"{count} screens from the first page to the number"
        return slip_of(page)

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
            self.screens[login] = new_page(
                self.browser, self.server.url, javascript=self.javascript, width=NARROW,
                storage_state=self.signed_in(login))
        return self.screens[login]

    def signed_in(self, login: str) -> dict:
        """What a browser keeps of somebody who signed in."""
        key = self.server.url, login
        if key not in SIGNED_IN:
            page = new_page(self.browser, self.server.url, javascript=self.javascript, width=NARROW)
            sign_in(page, self._person(login))
            SIGNED_IN[key] = page.context.storage_state()
            page.context.close()
        return SIGNED_IN[key]

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
        send(page, form)


def say_until(page: Page, step: str, told: Told, *, begin: bool = True) -> int:
    """From the first page, or from the place on, to a step of saying something, each screen filled in; gives how many
    screens that took."""
    if begin:
        page.goto("/")
        press(page, page.get_by_role("main").get_by_role("link", name="说一件事", exact=True))
    screens = 1
    if step == "where":
        return screens
    page.locator("input[name=q]").fill(told.place)
    press(page, page.get_by_role("button", name="找这个地方"))
    screens += 1
    if page.locator("form[action='/say'] [name=words]").count() == 0:
        screens += 1
        press(page, page.get_by_role("main").get_by_role("link", name=told.place.split(" ")[-1]).first)
    asked = {
        "what": {"words": told.words, "bypass": "yes" if told.bypass else "no"},
        "reach": {"phone": told.phone, "name": told.name},
        "check": {},
    }
    for screen, fields in asked.items():
        if screen == step:
            return screens
        form = page.locator("form[action='/say']")
        fill(form, fields)
        press(page, form.locator("button[value=next]"))
        mistakes = page.locator(".error-summary")
        assert mistakes.count() == 0, f"{screen}: {mistakes.first.inner_text()}"
        screens += 1
    return screens


def slip_of(page: Page) -> Slip:
    text = page.locator(".slip").first.inner_text()
    return Slip(NUMBER.search(text).group(), CODE.search(text).group())


def send(page: Page, form: Locator) -> None:
    press(page, submit_of(form))
    mistakes = page.locator(".error-summary")
    assert mistakes.count() == 0, f"{page.url}: {mistakes.first.inner_text()}"


def submit_of(form: Locator) -> Locator:
    return form.locator("button:not([type=button])").last


def press(page: Page, button: Locator) -> None:
    button.click()
    page.wait_for_load_state()


def unfold(field: Locator) -> None:
    """Opens every fold around a field, the outermost first."""
    for fold in field.locator("xpath=ancestor::details").all():
        if not fold.evaluate("(fold) => fold.open"):
            fold.locator("summary").first.click()


def tick_first(form: Locator, name: str) -> None:
    """The first box of that name, whether it lies in a fold or not."""
    box = form.locator(f"[name={name}]").first
    unfold(box)
    box.check()


def fill(form: Locator, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        field = form.locator(f"[name='{name}']:not([type=hidden])")
        assert field.count() > 0, f"the form has no field {name}"
        unfold(field.first)
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

