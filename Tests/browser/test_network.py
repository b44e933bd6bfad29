"""The line is cut while somebody writes, or the telephone dies: her words are still there, and go out once."""


import pytest
from playwright.sync_api import Browser, Page, Request, expect

from harness import Server
from pages import new_page
from play import Told, press, say_until, slip_of

WORDS = "断网时写的：河边护栏断了一截，孩子放学都从那里走，怕掉下去。"
PLACE = "东河桥头往南二十米"
KEPT = "() => Object.keys(localStorage).filter((name) => localStorage.getItem(name).includes('护栏'))"


@pytest.fixture
def page(browser: Browser, server: Server):
    page = new_page(browser, server.url)
    say_until(page, "what", Told(WORDS))
    yield page
    page.context.close()


def test_cut_while_typing_it_waits_and_is_sent_once(page: Page, server: Server) -> None:
    sent: list[str] = []
    page.on("request", lambda request: note(request, sent))
    form = page.locator("form[action='/say']")
    form.locator("[name=words]").fill(WORDS[:12])
    page.context.set_offline(True)
    form.locator("[name=words]").fill(WORDS)
    form.locator("[name=place]").fill(PLACE)
    form.locator("[name=bypass][value=no]").check()

    form.locator("button[value=next]").click()
    expect(form.get_by_role("status").filter(has_text="现在没有网")).to_be_visible()
    form.locator("button[value=next]").click()
    assert sent == [] and form.locator("[name=words]").input_value() == WORDS
    with page.expect_navigation():
        page.context.set_offline(False)

    assert len(sent) == 1, sent
    assert page.locator("form[action='/say'] [name=phone]").count() == 1
    press(page, page.locator("form[action='/say'] button[value=next]"))
    assert WORDS in page.locator("main").inner_text() and PLACE in page.locator("main").inner_text()


def test_cut_at_the_last_button_there_is_one_number(page: Page, server: Server) -> None:
    sent: list[str] = []
    form = page.locator("form[action='/say']")
    form.locator("[name=words]").fill(WORDS)
    form.locator("[name=bypass][value=no]").check()
    press(page, form.locator("button[value=next]"))
    press(page, form.locator("button[value=next]"))
    assert kept(page), "the words are on the device until there is a number"
    before = server.count("matter")

    page.on("request", lambda request: note(request, sent))
    page.context.set_offline(True)
    form.locator("button[value=next]").click()
    expect(form.get_by_role("status").filter(has_text="现在没有网")).to_be_visible()
    with page.expect_navigation():
        page.context.set_offline(False)

    assert slip_of(page).code
    assert len(sent) == 1, sent
    assert server.count("matter") == before + 1
    assert not kept(page), "after the number nothing stays on the device"


def test_closed_and_opened_again_the_words_are_there(page: Page) -> None:
    page.locator("form[action='/say'] [name=words]").fill(WORDS)
    page.locator("form[action='/say'] [name=place]").fill(PLACE)
    page.locator("form[action='/say'] [name=bypass][value=yes]").check()
    context, address = page.context, page.url
    page.close()

    again = context.new_page()
    again.goto(address)
    form = again.locator("form[action='/say']")
    assert form.locator("[name=words]").input_value() == WORDS
    assert form.locator("[name=place]").input_value() == PLACE
    expect(form.get_by_role("status").filter(has_text="已找回")).to_be_visible()

    form.locator("[name=bypass][value=no]").check()
    press(again, form.locator("button[value=next]"))
    phone = form.locator("[name=phone]")
    phone.fill("19900001234")
    assert not again.evaluate("() => JSON.stringify({...localStorage}).includes('19900001234')"), "devices are shared"
    press(again, form.locator("button[value=next]"))
    press(again, form.locator("button[value=next]"))
    assert slip_of(again).code
    again.goto(address)
    assert form.locator("[name=words]").input_value() == ""
    assert not kept(again)


def test_on_a_shared_device_the_words_can_be_wiped(page: Page) -> None:
    form = page.locator("form[action='/say']")
    form.locator("[name=words]").fill(WORDS)

    form.get_by_role("button", name="清除").click()

    assert form.locator("[name=words]").input_value() == ""
    assert not kept(page)


def kept(page: Page) -> list[str]:
    return page.evaluate(KEPT)


def note(request: Request, sent: list[str]) -> None:
    if request.method == "POST":
        sent.append(request.url)


