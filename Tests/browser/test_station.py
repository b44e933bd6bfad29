"""What a station does at its counter: a slip of paper for somebody without a telephone, a picture for its page."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

import checks
from harness import Server
from pages import NARROW, WIDE
from play import CODE, NUMBER, Play, Slip, fill, press, submit_of

CLERK, HEAD = "clerk.140702001", "head.140702001"
WORDS = "活动中心的台阶没有扶手，下雨天老人不敢走，希望装一道扶手。"
SEEN = "两位代表在社区活动室和居民谈话"

Visit = Callable[..., Page]


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def play(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Play]:
    play = Play(browser, server, javascript=request.param)
    yield play
    play.close()


def test_row_68_one_matter_on_paper_on_the_web_on_a_telephone_and_for_programs(play: Play, visit: Visit) -> None:
    slip = told_at_the_counter(play)

    for width in (WIDE, NARROW):
        page = visit("/my", javascript=play.javascript, width=width)
        form = page.locator("form[action='/my']")
        fill(form, {"number": slip.number, "code": slip.code})
        press(page, submit_of(form))
        text = page.locator("main").inner_text()
        assert slip.number in text and WORDS in text
        assert not checks.overflow(page)
        answer = page.request.get(
            f"/api/v1/matters/{slip.number}", headers={"X-Query-Code": slip.code.replace(" ", "")}).json()
        assert answer["number"] == slip.number and answer["state"] == "registered"
    assert WORDS in play.state(slip, CLERK)


def told_at_the_counter(play: Play) -> Slip:
    """The clerk writes it down and prints it: number and code as they stand on the paper, and nowhere in an address."""
    page = play.staff(CLERK)
    page.goto("/matters/new")
    form = page.locator("form[method=post][action='/matters/new']")
    fill(form, {"heard": "onsite", "words": WORDS, "bypass": "no", "read_back": "yes", "name": "史桂兰"})
    press(page, submit_of(form))
    page.emulate_media(media="print")
    paper = page.locator("main").inner_text()
    page.emulate_media(media="screen")
    slip = Slip(NUMBER.search(paper).group(), CODE.search(paper).group())
    assert slip.code.replace(" ", "") not in page.url
    return slip


def test_news_with_a_picture_are_seen_by_everybody_once_the_head_let_them_out(play: Play, visit: Visit) -> None:
    clerk, head = play.staff(CLERK), play.staff(HEAD)
    clerk.goto("/station")
    press(clerk, clerk.get_by_role("main").get_by_role("link", name="写一篇"))
    form = clerk.locator("form:has([name=body])")
    fill(form, {"kind": "news", "title": "代表走访社区", "body": "走访了二十户居民，记下三件事。"})
    press(clerk, submit_of(form))
    post = clerk.url

    form = clerk.locator("form[enctype='multipart/form-data']")
    form.locator("[name=photo]").set_input_files(
        {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": clerk.screenshot(type="jpeg")})
    fill(form, {"description": SEEN})
    press(clerk, submit_of(form))
    assert clerk.locator("img.photo").count() == 1 and not checks.overflow(clerk)

    head.goto(post)
    press(head, head.get_by_role("button", name="审核并发布"))
    page = visit("/s/" + post.split("/station/")[1].split("/")[0])
    image = page.get_by_alt_text(SEEN).first
    image.scroll_into_view_if_needed()
    assert image.evaluate("async (image) => { await image.decode(); return image.naturalWidth }") > 0
    assert not checks.overflow(page) and not checks.axe_violations(page)
