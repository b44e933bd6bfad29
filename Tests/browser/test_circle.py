"""The whole circle of a matter through the pages, on a screen of 360 px, with and without JavaScript."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

import checks
from harness import Server
from play import Play
from way import (
    CLERK, COUNTY_HEAD, COUNTY_OFFICE, DEPUTY, DISTRIBUTOR, DONE, HANDLER, HEAD, LAMP, OFFICE, PETITION, REASON, SOLVED,
    TRIAGE, URBAN, answered, assigned, checked_and_told, handled,
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def play(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Play]:
    play = Play(browser, server, javascript=request.param)
    yield play
    play.close()


def test_a_lamp_goes_the_whole_way_round(play: Play) -> None:
    slip = play.say(LAMP)
    assigned(play, slip)
    assert play.staff_forms <= 3, "staff forms from the words to the assignment"

    handled(play, slip)
    answered(play, slip)
    page = play.reporter(slip, "rating", grade="satisfied", comment="灯亮了，谢谢")
    assert not checks.office_words(page) and not checks.overflow(page)
    play.act(OFFICE, slip, "closure")

    assert "已办结" in play.state(slip, HEAD)
    assert not checks.overflow(play.my(slip))


def test_a_promise_is_told_reported_and_judged(play: Play) -> None:
    slip = play.say(LAMP)
    handled(play, assigned(play, slip))
    day = (date.today() + timedelta(days=20)).isoformat()
    play.act(HANDLER, slip, "reply", outcome="inProgress", done=DONE, promised=day, signer="王建国")
    checked_and_told(play, slip)
    assert "承诺中" in play.state(slip, HEAD)

    play.act(HANDLER, slip, "reply", **SOLVED)
    checked_and_told(play, slip)
    play.reporter(slip, "rating", grade="satisfied", comment="说到做到")
    play.act(OFFICE, slip, "closure")

    assert "已办结" in play.state(slip, HEAD)


def test_not_content_it_is_done_again_and_talked_over_and_looked_at_from_above(play: Play) -> None:
    slip = play.say(LAMP)
    answered(play, handled(play, assigned(play, slip)))
    play.reporter(slip, "rating", grade="dissatisfied", comment="只亮了一盏")
    play.act(OFFICE, slip, "rework", reason=REASON)
    answered(play, slip)
    play.reporter(slip, "rating", grade="dissatisfied", comment="又灭了")
    play.act(OFFICE, slip, "joint-review", plan=REASON)
    play.act(OFFICE, slip, "joint-review-conclusion", result="explained", words=DONE)
    play.reporter(slip, "contest", reason="灯还是不亮，请上级再看看。")
    play.act(COUNTY_OFFICE, slip, "contest-decision", decision="takeUp", reason=REASON)

    assert "已受理" in play.state(slip, HEAD)


def test_a_petition_gets_its_slip_and_disappears_for_others(play: Play) -> None:
    slip = play.say("我家和邻居的官司判了以后一直没有执行，想反映法院的事。")
    play.act(HEAD, slip, "referral", category="other", power="county", reason=REASON)
    page = play.staff(DEPUTY)
    page.goto(f"/matters/{slip.number}")
    assert "官司" not in page.content()
    play.act(PETITION, slip, "notice", channel="letter")
    day = (date.today() + timedelta(days=30)).isoformat()
    play.act(PETITION, slip, "referral-deadline", day=day)
    play.act(PETITION, slip, "referral-reply", words="已由法院执行局立案恢复执行，书面答复已经送达本人。")

    assert slip.number in play.my(slip).content()


def test_a_merger_is_undone_and_the_matter_goes_its_own_way(play: Play) -> None:
    lead = play.say(LAMP)
    other = play.say("菜市场门口路灯不亮，出门害怕。")
    play.act(HEAD, other, "merger", lead=lead.number, reason=REASON, **TRIAGE)
    assert "并案" in play.state(other, HEAD)
    play.act(HEAD, other, "merger-undoing", reason=REASON)

    answered(play, handled(play, assigned(play, other)))
    play.reporter(other, "rating", grade="basicallySatisfied")
    play.act(OFFICE, other, "closure")

    assert "已办结" in play.state(other, HEAD)


def test_about_the_station_itself_nobody_below_the_county_sees_it(play: Play) -> None:
    slip = play.say("站里的人说话难听，办事推来推去，老人去了三趟都没人理。", bypass=True)
    page = play.staff(CLERK)
    for path in [f"/matters/{slip.number}", "/today", "/matters", "/matters?q=推来推去"]:
        answer = page.goto(path)
        assert path != f"/matters/{slip.number}" or answer.status == 404
        assert slip.number not in page.locator("main").inner_text(), path

    play.act(COUNTY_HEAD, slip, "acceptance", deputy="（", **{**TRIAGE, "category": "urban", "power": "county"})
    play.act(COUNTY_OFFICE, slip, "assignment", organ="政府办公室")
    play.act(DISTRIBUTOR, slip, "sub-assignment", organ="城市管理局")
    play.act(URBAN, slip, "handling")
    play.act(URBAN, slip, "reply", **SOLVED)

    assert "已答复待审核" in play.state(slip, COUNTY_HEAD)
