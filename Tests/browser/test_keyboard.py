"""Without a mouse: the whole way of a resident, and what the staff does most: a clerk's first look and her record of a
reception, an office's assignment, a handler's answer, and a deputy's word to it from a message."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import Browser, Locator, Page

import checks
from ground import Ground, path_of
from harness import Server
from keys import Keys
from pages import WIDE, new_page
from play import PLACE, Play, fill, press, send, slip_of, submit_of, tick_first
from way import CLERK, DONE, HANDLER, HEAD, LAMP, OFFICE, REASON, SOLVED, STATION, TRIAGE, assigned, handled

Visit = Callable[..., Page]
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
SHANXI = timezone(timedelta(hours=8))


@pytest.fixture
def play(browser: Browser, server: Server) -> Iterator[Play]:
    """The others do their part with the mouse."""
    play = Play(browser, server, javascript=False)
    yield play
    play.close()


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
    form = unfolded(keys, page.locator(f"form[action='/matters/{slip.number}/triage']"))
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


@with_and_without
def test_a_clerk_writes_down_a_reception_with_one_visitor(play: Play, visit: Visit, javascript: bool) -> None:
    reception = reception_of_today(play, "20" if javascript else "21")
    page = visit(
        f"{reception}/record", javascript=javascript, width=WIDE, storage_state=play.signed_in(CLERK))
    keys = Keys(page)
    form = page.locator(f"form[action='{reception}/record']")

    assert form.locator("[name=deputies]:checked").count() == 1, "who was announced is ticked"
    keys.write(form.locator("[name=v1_name]"), "史桂兰")
    keys.write(form.locator("[name=v1_words]"), LAMP)
    keys.to(form.locator("[name=v1_read_back]"))
    keys.press("Space")
    keys.choose(form, "v1_commonality", "common")
    keys.choose(form, "v1_outcome", "registered")
    keys.submit(form.get_by_role("button", name="写好了"))

    assert page.locator(".error-summary").count() == 0, page.locator(".error-summary").inner_text()
    assert page.locator(".slip").count() == 1
    said = play.state(slip_of(page), CLERK)
    assert LAMP in said and "史桂兰" in said
    assert not keys.faults, checks.readable(keys.faults)


@with_and_without
def test_an_office_assigns_a_matter(play: Play, visit: Visit, javascript: bool) -> None:
    slip = play.say(LAMP)
    play.act(CLERK, slip, "triage", route="accept", **TRIAGE)
    play.act(HEAD, slip, "acceptance", deputy="陈聪谦")
    page = visit(
        f"/matters/{slip.number}", javascript=javascript, width=WIDE, storage_state=play.signed_in(OFFICE))
    keys = Keys(page)

    form = unfolded(keys, page.locator(f"form[action='/matters/{slip.number}/assignment']"))
    keys.to(form.locator("[name=organ]"))
    assert form.locator("[name=organ]").input_value(), "the organ that has the power is proposed"
    keys.write(form.locator("[name=note]"), REASON)
    keys.submit(submit_of(form))

    assert page.locator(".error-summary").count() == 0, page.locator(".error-summary").inner_text()
    assert "已交办" in play.state(slip, HEAD)
    assert REASON in play.state(slip, HANDLER)
    assert not keys.faults, checks.readable(keys.faults)


@with_and_without
def test_a_handler_answers_a_matter(play: Play, visit: Visit, javascript: bool) -> None:
    slip = handled(play, assigned(play, play.say(LAMP)))
    page = visit(
        f"/matters/{slip.number}", javascript=javascript, width=WIDE, storage_state=play.signed_in(HANDLER))
    keys = Keys(page)

    form = unfolded(keys, page.locator(f"form[action='/matters/{slip.number}/reply']"))
    keys.choose(form, "outcome", SOLVED["outcome"])
    keys.write(form.locator("[name=done]"), DONE)
    keys.write(form.locator("[name=signer]"), SOLVED["signer"])
    keys.submit(submit_of(form))

    assert page.locator(".error-summary").count() == 0, page.locator(".error-summary").inner_text()
    said = play.state(slip, HEAD)
    assert "已答复待审核" in said and DONE in said
    assert not keys.faults, checks.readable(keys.faults)


@with_and_without
def test_a_deputy_answers_from_a_message(play: Play, ground: Ground, visit: Visit, javascript: bool) -> None:
    slip = handled(play, assigned(play, play.say(LAMP)))
    play.act(HANDLER, slip, "reply", **SOLVED)
    link = ground.link_of(slip, "审核")
    # Where nobody ever signed in.
    page = visit(link, javascript=javascript, width=WIDE)
    keys = Keys(page)

    form = unfolded(keys, page.locator(f"form[action='{link}/reply-check']"))
    keys.choose(form, "channel", "phone")
    keys.write(form.locator("[name=words]"), "路灯修好了，您晚上出门看看。")
    keys.submit(submit_of(form))

    assert "答复已经审核通过" in page.locator("main").inner_text()
    said = play.state(slip, HEAD)
    assert "已答复群众" in said and "路灯修好了，您晚上出门看看。" in said
    assert not keys.faults, checks.readable(keys.faults)


def unfolded(keys: Keys, form: Locator) -> Locator:
    """The form, its fold opened where it is folded away."""
    fold = keys.page.locator("details", has=form)
    if fold.count() and not fold.first.evaluate("(fold) => fold.open"):
        keys.to(fold.first.locator("summary").first)
        keys.press("Enter")
    return form


def reception_of_today(play: Play, hour: str) -> str:
    """The address of a reception that the head let out: its record asks for no date, which each browser's language
    writes in another order."""
    clerk, head = play.staff(CLERK), play.staff(HEAD)
    clerk.goto(f"/station/{STATION}/receptions/new")
    form = clerk.locator(f"form[action='/station/{STATION}/receptions']")
    fill(form, {"day": datetime.now(SHANXI).date().isoformat(), "from": f"{hour}:00", "to": f"{hour}:30"})
    tick_first(form, "deputies")
    send(clerk, form)
    address = path_of(clerk)
    head.goto(address)
    press(head, head.get_by_role("button", name="审核并发布"))
    return address
