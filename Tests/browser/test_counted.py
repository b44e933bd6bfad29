"""What the design promises in numbers: counted here as documents loaded and forms sent, and printed at the end."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from ground import Ground
from harness import Server
from pages import new_page
from play import CODE, NUMBER, Play, Told, fill, press, say_until, slip_of, submit_of, tick_first
from way import CLERK, DEPUTY, HANDLER, HEAD, LAMP, OFFICE, SOLVED, STATION, TRIAGE, assigned, handled

TABLE = "counted"
VISITORS = ["路灯坏了三盏。", "垃圾桶满了没人收。", "公交站没有雨棚。", "下水道一下雨就堵。", "学校门口没有斑马线。"]

Figure = Callable[[str, str, str], None]


class Counter:
    """Screens somebody sees and forms she sends, from now on."""

    def __init__(self, page: Page) -> None:
        self.screens: list[str] = []
        self.forms: list[str] = []
        page.on("response", self._see)
        page.on("request", self._send)

    def _see(self, answer: Response) -> None:
        if answer.request.resource_type == "document" and not 300 <= answer.status < 400:
            self.screens.append(f"{answer.request.method} {answer.url}")

    def _send(self, request: Request) -> None:
        if request.method == "POST":
            self.forms.append(request.url)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def play(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Play]:
    play = Play(browser, server, javascript=request.param)
    yield play
    play.close()


def test_a_resident_sees_five_screens_at_most(play: Play, figure: Figure) -> None:
    page = play.screen("resident")
    page.goto("/")
    counter = Counter(page)

    press(page, page.get_by_role("main").get_by_role("link", name="说一件事", exact=True))
    say_until(page, "slip", Told(LAMP), begin=False)

    assert slip_of(page).code
    figure(TABLE, "screens of a resident, from the first page to the number (5 at most)", str(len(counter.screens)))
    assert len(counter.screens) <= 5, counter.screens


def test_a_lamp_takes_three_forms_of_the_staff_at_most(play: Play, figure: Figure) -> None:
    slip = play.say(LAMP)
    counters = [Counter(play.staff(who)) for who in (CLERK, HEAD, OFFICE)]

    assigned(play, slip)

    assert "已交办" in play.state(slip, OFFICE)
    forms = [form for counter in counters for form in counter.forms]
    figure(TABLE, "forms of the staff, from the words to the assignment of a lamp (3 at most)", str(len(forms)))
    assert len(forms) <= 3, forms


def test_a_deputy_answers_from_the_link_in_one_page(
    play: Play, ground: Ground, browser: Browser, figure: Figure
) -> None:
    slip = handled(play, assigned(play, play.say(LAMP)))
    play.act(HANDLER, slip, "reply", **SOLVED)
    link = ground.link_of(slip, "审核")
    # A telephone on which nobody ever signed in.
    page = new_page(browser, ground.server.url, javascript=play.javascript)
    counter = Counter(page)

    page.goto(link)
    before = len(counter.screens)
    form = page.locator(f"form[action='{link}/reply-check']")
    fill(form, {"channel": "phone"})
    press(page, submit_of(form))

    assert "答复已经审核通过" in page.locator("main").inner_text()
    assert "已答复群众" in play.state(slip, DEPUTY)
    figure(TABLE, "pages of a deputy's answer from the link in a message, before it is sent (1)", str(before))
    figure(TABLE, "forms of a deputy's answer from the link in a message (1)", str(len(counter.forms)))
    page.context.close()
    assert before == 1, counter.screens
    assert len(counter.forms) == 1, counter.forms


def test_a_reception_with_five_visitors_is_one_form(play: Play, figure: Figure) -> None:
    page = play.staff(CLERK)
    page.goto(f"/station/{STATION}/records/new")
    counter = Counter(page)
    form = page.locator(f"form[action='/station/{STATION}/records']")
    # The deputies were not at two places at once.
    hours = {"from": "8:00", "to": "8:30"} if play.javascript else {"from": "9:00", "to": "9:30"}
    fill(form, {"day": date.today().isoformat(), "place": "北关街道便民大厅", **hours})
    tick_first(form, "deputies")
    for place, words in enumerate(VISITORS, start=1):
        fields = {"words": words, "read_back": "yes", "commonality": "common", "outcome": "registered"}
        fill(form, {f"v{place}_{name}": value for name, value in fields.items()})
    press(page, form.get_by_role("button", name="写好了"))

    slips = page.locator(".slip")
    numbers = {NUMBER.search(text).group() for text in slips.all_inner_texts() if CODE.search(text)}
    figure(TABLE, "forms of a reception with five visitors (1)", str(len(counter.forms)))
    assert len(numbers) == len(VISITORS), page.locator("main").inner_text()[:800]
    assert len(counter.forms) == 1, counter.forms
    for number in sorted(numbers)[:1]:
        page.goto(f"/matters/{number}")
        assert any(words in page.locator("main").inner_text() for words in VISITORS)
