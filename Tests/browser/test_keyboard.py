"""Without a mouse: the whole way of a resident, and a clerk's first look at what she said."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

import checks
from harness import Server
from keys import Keys
from pages import WIDE, new_page
from play import PLACE, Play, slip_of, submit_of
from way import CLERK, HEAD, LAMP, TRIAGE

Visit = Callable[..., Page]
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@with_and_without
def test_from_the_first_page_to_the_number(visit: Visit, javascript: bool) -> None:
    page = visit("/", javascript=javascript, width=WIDE)
    keys = Keys(page)

    keys.follow(page.get_by_role("main").get_by_role("link", name="说一件事", exact=True))
    keys.write(page.locator("input[name=q]"), PLACE)
    keys.submit(page.get_by_role("button", name="找这个地方"))
    form = page.locator("form[action='/say']")
    forward = form.locator("button[value=next]")
    keys.write(form.locator("[name=words]"), LAMP)
    keys.choose(form, "bypass", "no")
    keys.submit(forward)
    keys.choose(form, "told", "sms")
    keys.write(form.locator("[name=phone]"), "19900001234")
    keys.submit(forward)
    keys.submit(forward)

    assert slip_of(page).code
    assert not keys.faults, checks.readable(keys.faults)


def test_a_mistake_is_where_the_keyboard_is(visit: Visit) -> None:
    """Sent without a word: the summary has the focus, its link leads into the field."""
    page = visit("/say?division=140702001", width=WIDE)
    keys = Keys(page)
    form = page.locator("form[action='/say']")

    keys.submit(form.locator("button[value=next]"))
    assert page.evaluate("() => !!document.activeElement.closest('.error-summary')")
    keys.to(page.locator(".error-summary a[href='#words']"))
    keys.press("Enter")

    assert page.evaluate("() => document.activeElement.name") == "words"


def test_the_skip_link_comes_first_and_skips(visit: Visit) -> None:
    for path in ("/", "/say", "/ledger", "/my"):
        page = visit(path, width=WIDE)
        keys = Keys(page)
        keys.tab()
        assert page.evaluate("() => document.activeElement.className") == "skip", path
        keys.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "main", path
        keys.tab()
        assert page.evaluate("() => !!document.activeElement.closest('main, footer')"), path
        assert not keys.faults, checks.readable(keys.faults)


@with_and_without
def test_a_clerk_sorts_a_matter(browser: Browser, server: Server, javascript: bool) -> None:
    play = Play(browser, server, javascript=False)
    slip = play.say(LAMP)
    page = new_page(
        browser, server.url, javascript=javascript, width=WIDE, storage_state=play.signed_in(CLERK))
    keys = Keys(page)

    page.goto("/today")
    keys.follow(page.get_by_role("main").locator(f"a[href='/matters/{slip.number}']").first)
    form = page.locator(f"form[action='/matters/{slip.number}/triage']")
    fold = page.locator("details", has=form)
    if fold.count() and not fold.first.evaluate("(fold) => fold.open"):
        keys.to(fold.first.locator("summary").first)
        keys.press("Enter")
    keys.choose(form, "route", "accept")
    for name, value in TRIAGE.items():
        keys.choose(form, name, value)
    keys.submit(submit_of(form))

    assert page.locator(".error-summary").count() == 0, page.locator(".error-summary").inner_text()
    play.staff(HEAD).goto(f"/matters/{slip.number}")
    assert play.staff(HEAD).locator(f"form[action='/matters/{slip.number}/acceptance']").count() == 1
    assert not keys.faults, checks.readable(keys.faults)
    page.context.close()
    play.close()
