"""A deputy answers from the link in a message: one page and a receipt, on a telephone that nobody has signed in on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import checks
from harness import Server
from outbox import newest_link
from play import Play, fill, press, submit_of
from way import CLERK, DEPUTY, DONE, HANDLER, HEAD, LAMP, REASON, SOLVED, assigned, handled


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def play(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Play]:
    play = Play(browser, server, javascript=request.param)
    yield play
    play.close()


def test_a_deputy_answers_from_a_message_on_one_page(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    play.act(HANDLER, slip, "reply", **SOLVED)
    telephone = play.screen("telephone")
    link = newest_link(play.server.data, telephone, slip.number, "审核")

    visited: list[str] = []
    telephone.on("framenavigated", lambda frame: visited.append(frame.url))

    telephone.goto(link)
    text = telephone.locator("main").inner_text()
    assert LAMP in text and DONE in text and "工作日" in text
    assert telephone.locator("nav").count() == 0
    no_faults(telephone)
    form = telephone.locator(f"form[action='{link}/reply-check']")
    fill(form, {"channel": "phone", "words": "路灯修好了，您晚上出门看看。"})
    press(telephone, submit_of(form))

    assert len(visited) == 2, f"one page and the receipt: {visited}"
    assert "答复已经审核通过" in telephone.locator("main").inner_text()
    assert slip.number in telephone.locator(".slip").inner_text()
    no_faults(telephone)
    assert "已答复群众" in play.state(slip, HEAD)


def test_a_deputy_sends_an_answer_back_from_a_message(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    play.act(HANDLER, slip, "reply", **SOLVED)
    telephone = play.screen("telephone")
    link = newest_link(play.server.data, telephone, slip.number, "审核")

    telephone.goto(link)
    form = telephone.locator(f"form[action='{link}/reply-return']")
    telephone.locator("details", has=form).locator("summary").first.click()
    fill(form, {"reason": REASON})
    press(telephone, submit_of(form))

    assert "答复已经退回" in telephone.locator("main").inner_text()
    no_faults(telephone)
    assert "办理中" in play.state(slip, HEAD)


def test_a_link_that_was_used_or_is_wrong_says_so(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    play.act(HANDLER, slip, "reply", **SOLVED)
    telephone = play.screen("telephone")
    link = newest_link(play.server.data, telephone, slip.number, "审核")

    play.act(DEPUTY, slip, "reply-check", channel="phone")
    telephone.goto(link)
    assert "现在没有要您在这里办的" in telephone.locator("main").inner_text()
    no_faults(telephone)

    assert telephone.goto("/l/" + "a" * 43).status == 404
    assert "打不开" in telephone.locator("h1").inner_text()
    no_faults(telephone)


def test_the_clerk_sends_one_by_hand_and_takes_it_back(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    page = play.staff(CLERK)
    page.goto(f"/matters/{slip.number}")
    form = page.locator(f"form[action='/matters/{slip.number}/links']")
    page.locator("details", has=form).locator("summary").click()
    fill(form, {"whom": "handler"})
    press(page, submit_of(form))
    assert "链接已经发出" in page.locator("main").inner_text()
    no_faults(page)

    press(page, page.get_by_role("button", name=re.compile("收回")).first)
    assert "链接已经收回" in page.locator("main").inner_text()


def no_faults(page: Page) -> None:
    faults = checks.overflow(page)
    assert not faults, checks.readable(faults)
