"""Somebody writes into a form that stands beside others, and the page is closed or the line is cut: her words are there
again until the page says that they were taken in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from harness import Server
from play import Play, Slip, fill, press, submit_of
from way import DONE, HANDLER, LAMP, REASON, SOLVED, assigned, handled

MORE = "今天早上又灭了一盏，就在学校门口，请一起看看。"
KEPT = "(words) => Object.keys(localStorage).filter((name) => localStorage.getItem(name).includes(words))"


@pytest.fixture
def play(browser: Browser, server: Server) -> Iterator[Play]:
    play = Play(browser, server, javascript=True)
    yield play
    play.close()


def test_an_answer_is_there_again_after_a_closed_page_and_a_cut_line(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    page = play.staff(HANDLER)
    page.goto(f"/matters/{slip.number}")
    fill(form_of(page, slip, "reply"), SOLVED)
    fill(opened(page, form_of(page, slip, "extension")), {"reason": REASON})

    page = reopened(play, page, slip)
    reply, extension = form_of(page, slip, "reply"), form_of(page, slip, "extension")
    expect(reply.get_by_role("status").filter(has_text="已找回")).to_be_visible()
    expect(extension.get_by_role("status").filter(has_text="已找回")).to_be_visible()
    assert reply.locator("[name=done]").input_value() == DONE
    assert extension.locator("[name=reason]").input_value() == REASON
    assert kept(page, DONE) == [f"lianxin-words-matters/{slip.number}/reply"]
    assert kept(page, REASON) == [f"lianxin-words-matters/{slip.number}/extension"]

    fill(reply, {"outcome": "solved", "signer": "王建国"})
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        submit_of(reply).click()
    page.context.set_offline(False)
    page = reopened(play, page, slip)
    reply = form_of(page, slip, "reply")
    assert reply.locator("[name=done]").input_value() == DONE, "what was sent into a dead line is not taken for sent"

    fill(reply, {"outcome": "solved", "signer": "王建国"})
    press(page, submit_of(reply))
    assert "答复已经提交" in page.locator("main").inner_text()
    assert not kept(page, DONE) and kept(page, REASON)
    assert "done=" not in page.url


def test_refused_and_then_taken_in_nothing_stays(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    page = play.staff(HANDLER)
    page.goto(f"/matters/{slip.number}")
    reply = form_of(page, slip, "reply")
    fill(reply, {"done": DONE})

    press(page, submit_of(reply))
    assert page.locator(".error-summary").count() == 1
    assert reply.locator("[name=done]").input_value() == DONE and kept(page, DONE)
    fill(reply, {"outcome": "solved", "signer": "王建国"})
    press(page, submit_of(reply))

    assert not kept(page, DONE)


def test_a_form_that_stands_there_again_is_empty_and_leaving_wipes_what_was_begun(play: Play) -> None:
    slip = play.say(LAMP)
    page = play.reporter(slip, "remark", words=MORE)
    remark = page.locator(f"form[action='/my/{slip.number}/remark']")
    assert remark.locator("[name=words]").input_value() == ""
    assert not kept(page, MORE)

    opened(page, remark).locator("[name=words]").fill(MORE)
    assert kept(page, MORE) == [f"lianxin-words-my/{slip.number}/remark"]
    press(page, page.get_by_role("button", name="看完了，退出"))

    assert not kept(page, MORE), "devices are shared"


def form_of(page: Page, slip: Slip, noun: str) -> Locator:
    return page.locator(f"form[action='/matters/{slip.number}/{noun}']")


def opened(page: Page, form: Locator) -> Locator:
    """The form, out of its fold where it lies in one."""
    fold = page.locator("details", has=form)
    if fold.count() and not fold.first.evaluate("(fold) => fold.open"):
        fold.first.locator("summary").first.click()
    return form


def reopened(play: Play, page: Page, slip: Slip) -> Page:
    """The page is closed and the matter opened anew, as after a dead battery."""
    again = page.context.new_page()
    page.close()
    play.screens[HANDLER] = again
    again.goto(f"/matters/{slip.number}")
    return again


def kept(page: Page, words: str) -> list[str]:
    return page.evaluate(KEPT, words)
