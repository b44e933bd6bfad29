"""Every kind of page: one entry for each address that draws one, and for the pages that answer a form.

A page that is new gets an entry here, and with it every check of test_kinds.py and its sheet of look.py --kinds.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Response

from ground import Ground, path_of
from pages import NARROW, new_page
from play import Told, fill, press, say_until, submit_of
from way import (
    AUDITOR, CLERK, COUNTY_CLERK, COUNTY_OFFICE, DEPUTY, DISTRIBUTOR, HANDLER, HEAD, LAMP, OFFICE, PETITION, SECURITY,
    STATION, SYSTEM,
)

VISITOR = "visitor"

Way = Callable[[Ground, Page], Response | None]


@dataclass(frozen=True)
class Kind:
    name: str
    # As `lianxin routes` prints it; a page that answers a form has none of its own.
    route: str | None
    # VISITOR or the login of a demo person.
    whose: str
    way: Way
    # Made for residents: plain words, a telephone, few bytes.
    is_residents: bool = False
    status: int = 200

    def open(self, page: Page, ground: Ground) -> int:
        """Brings the page there and gives the status of what is shown."""
        answer = self.way(ground, page)
        return answer.status if answer else 200

    def screen(
        self, browser: Browser, ground: Ground, *, javascript: bool = True, width: int = NARROW, **options
    ) -> Page:
        """A screen of the one whose page it is, not yet on it."""
        state = None if self.whose == VISITOR else ground.play.signed_in(self.whose)
        return new_page(
            browser, ground.server.url, javascript=javascript, width=width, storage_state=state, **options)


def public(name: str, route: str, path: str | Callable[[Ground], str], *, status: int = 200) -> Kind:
    return Kind(name, route, VISITOR, at(path), is_residents=True, status=status)


def door(name: str, route: str, path: str | Callable[[Ground], str]) -> Kind:
    """Anybody may open it, but it is there for the staff."""
    return Kind(name, route, VISITOR, at(path))


def staff(name: str, route: str, whose: str, path: str | Callable[[Ground], str] | None = None) -> Kind:
    return Kind(name, route, whose, at(route if path is None else path))


def at(path: str | Callable[[Ground], str]) -> Way:
    return lambda ground, page: page.goto(path if isinstance(path, str) else path(ground))


def saying(step: str) -> Way:
    def way(_: Ground, page: Page) -> None:
        say_until(page, step, Told(LAMP))

    return way


def my_matter(ground: Ground, page: Page) -> None:
    page.goto("/my")
    form = page.locator("form[action='/my']")
    fill(form, {"number": ground.answered.number, "code": ground.answered.code})
    press(page, submit_of(form))
    assert path_of(page) == f"/my/{ground.answered.number}", page.locator("main").inner_text()[:300]


def looked_up_booking(ground: Ground, page: Page) -> None:
    page.goto("/bookings")
    form = page.locator("main form").first
    fill(form, {"code": ground.booking_code})
    press(page, submit_of(form))


def refused_opinion(_: Ground, page: Page) -> Response | None:
    """Nothing written: the same screen with what is wrong on top."""
    say_until(page, "what", Told(LAMP))
    with page.expect_navigation() as navigation:
        page.locator("form[action='/say'] button[value=next]").click()
    assert page.locator(".error-summary").count() == 1
    return navigation.value


def started(path: str) -> Callable[[Ground], str]:
    return lambda ground: f"/station/{STATION}{path}"


def of_matter(path: str) -> Callable[[Ground], str]:
    return lambda ground: f"/matters/{ground.handled.number}{path}"


KINDS = [
    # Anybody
    public("first page", "/", "/"),
    public("where to say it", "/say", "/say"),
    Kind("what to say", None, VISITOR, saying("what"), is_residents=True),
    Kind("how to be reached", None, VISITOR, saying("reach"), is_residents=True),
    Kind("a last look", None, VISITOR, saying("check"), is_residents=True),
    Kind("slip", None, VISITOR, saying("slip"), is_residents=True),
    Kind("opinion with a mistake", None, VISITOR, refused_opinion, is_residents=True, status=422),
    public("number and code", "/my", "/my"),
    Kind("own matter", "/my/{number}", VISITOR, my_matter, is_residents=True),
    public("ledger", "/ledger", "/ledger"),
    public("published matter", "/m/{number}", lambda g: g.published),
    public("results", "/results", "/results"),
    public("search", "/search", "/search?q=路灯"),
    public("find a station", "/stations", "/stations?q=北关"),
    public("station", "/s/{code}", f"/s/{STATION}"),
    public("board of a station", "/s/{code}/board", f"/s/{STATION}/board"),
    public("poster of a station", "/s/{code}/poster", f"/s/{STATION}/poster"),
    public("form on paper", "/paper/intake", f"/paper/intake?station={STATION}"),
    public("ask for a time", "/s/{code}/receptions/{reception}/booking", lambda g: g.booking),
    Kind("time that was given", None, VISITOR, lambda g, p: g.book(p), is_residents=True),
    public("look up a time", "/bookings", "/bookings"),
    Kind("time that was looked up", None, VISITOR, looked_up_booking, is_residents=True),
    public("find a deputy", "/deputies", f"/deputies?station={STATION}"),
    public("deputy", "/deputies/{card}", lambda g: g.card),
    public("who is my deputy", "/who", "/who"),
    public("follow", "/follow", f"/follow?station={STATION}"),
    public("follow: look into the mailbox", "/follow/sent", "/follow/sent"),
    public("follow: the link in the mail", "/follow/{follow}", lambda g: g.follow_link),
    public("follow: ended", "/follow/ended", "/follow/ended"),
    Kind("no such page", None, VISITOR, at("/nothing-here"), is_residents=True, status=404),
    # Doors of the staff
    door("sign in", "/sign-in", "/sign-in"),
    door("sign in by telephone", "/sign-in/code", "/sign-in/code"),
    door("code from the telephone", "/sign-in/code/entry", "/sign-in/code/entry"),
    door("first password", "/activate", "/activate"),
    door("link in a message", "/l/{token}", lambda g: g.deputy_link),
    # Everybody of the staff
    staff("account", "/account", CLERK),
    staff("inbox", "/inbox", DEPUTY),
    staff("own follows", "/follows", DEPUTY),
    # Matters
    staff("today of a clerk", "/today", CLERK),
    staff("today of a head", "/today", HEAD),
    staff("today of a deputy", "/today", DEPUTY),
    staff("today of an office", "/today", OFFICE),
    staff("today of a handler", "/today", HANDLER),
    staff("today of a distributor", "/today", DISTRIBUTOR),
    staff("list", "/matters", OFFICE),
    staff("overview", "/overview", COUNTY_OFFICE),
    staff("assign several", "/assignments", OFFICE),
    staff("matter before a clerk", "/matters/{number}", CLERK, lambda g: f"/matters/{g.said.number}"),
    staff("matter before a head", "/matters/{number}", HEAD, lambda g: f"/matters/{g.said.number}"),
    staff("matter before an office", "/matters/{number}", OFFICE, lambda g: f"/matters/{g.assigned.number}"),
    staff("matter before a handler", "/matters/{number}", HANDLER, lambda g: f"/matters/{g.handled.number}"),
    staff("matter before a deputy", "/matters/{number}", DEPUTY, lambda g: f"/matters/{g.replied.number}"),
    staff("links of a matter", "/matters/{number}/links", CLERK, of_matter("/links")),
    staff("disputes of a matter", "/matters/{number}/disputes", HEAD, of_matter("/disputes")),
    staff("letters of a matter", "/matters/{number}/letters", CLERK, lambda g: f"/matters/{g.said.number}/letters"),
    staff("new letter", "/matters/{number}/letters/new", CLERK, lambda g: g.letters_new),
    staff("letter", "/matters/{number}/letters/{letter}", CLERK, lambda g: g.letter),
    staff("secrecy", "/secrecy/{number}", HEAD, lambda g: f"/secrecy/{g.handled.number}"),
    staff("on behalf", "/matters/new", CLERK),
    staff("key in a slip", "/matters/new", CLERK, lambda g: f"/matters/new?slip={g.book_slip}"),
    staff("answer texts", "/answer-texts", OFFICE),
    staff("new answer text", "/answer-texts/new", OFFICE),
    staff("answer text", "/answer-texts/{template}", OFFICE, lambda g: g.answer_text),
    staff("petitions", "/petitions", PETITION),
    staff("slip of a petition", "/petitions/{number}/slip", PETITION, lambda g: f"/petitions/{g.petition.number}/slip"),
    staff(
        "notice of a petition", "/petitions/{number}/notice", PETITION,
        lambda g: f"/petitions/{g.petition.number}/notice"),
    # Stations
    staff("own stations", "/station", COUNTY_CLERK),
    staff("desk of a station", "/station/{code}", CLERK, started("")),
    staff("profile of a station", "/station/{code}/profile", CLERK, started("/profile")),
    staff("new post", "/station/{code}/posts/new", CLERK, started("/posts/new")),
    staff("post", "/station/{code}/posts/{post}", CLERK, lambda g: g.post),
    staff("new reception", "/station/{code}/receptions/new", CLERK, started("/receptions/new")),
    staff("reception", "/station/{code}/receptions/{reception}", HEAD, lambda g: g.reception),
    staff("record of a reception", "/station/{code}/receptions/{reception}/record", CLERK,
          lambda g: f"{g.reception}/record"),
    staff("record from a book", "/station/{code}/records/new", CLERK, started("/records/new")),
    staff("record of a visit", "/station/{code}/visits/new", CLERK, started("/visits/new")),
    staff("schedule", "/station/{code}/schedule", CLERK, started("/schedule")),
    staff("villages of a station", "/station/{code}/villages", CLERK, started("/villages")),
    staff("quiet villages", "/villages", OFFICE),
    staff("entry times", "/station/{code}/entries", DEPUTY, started("/entries")),
    staff("duty of a station", "/station/{code}/duty", HEAD, started("/duty")),
    staff("own duty", "/duty", DEPUTY),
    staff("books of slips", "/station/{code}/slips", HEAD, started("/slips")),
    staff("book of slips", "/station/{code}/slips/{book}", HEAD, lambda g: g.slip_book),
    staff("sheet of slips", "/station/{code}/slips/{book}", HEAD, lambda g: g.slip_book + "?as=paper"),
    staff("lost slip", "/station/{code}/lost-slips", CLERK, started("/lost-slips")),
    # Administration
    staff("telephone calls", "/calls", CLERK),
    staff("messages on their way", "/admin/outbox", SYSTEM),
    staff("texts of messages", "/admin/texts", SYSTEM),
    staff("webhooks", "/admin/webhooks", SYSTEM),
    staff("new webhook", "/admin/webhooks/new", SYSTEM),
    staff("webhook", "/admin/webhooks/{hook}", SYSTEM, lambda g: g.webhook),
    Kind("not for this role", None, AUDITOR, at("/villages"), status=403),
    Kind("not for this administrator", None, SECURITY, at("/matters/new"), status=403),
]

# What answers with something other than a page.
NOT_PAGES = {
    "/assets/{hash}/{name}", "/health", "/ready", "/metrics", "/robots.txt", "/sitemap.xml",
    "/ledger.csv", "/ledger.atom", "/results.csv", "/s/{code}/feed.atom", "/s/{code}/calendar.ics",
    "/duty/calendar.ics", "/s/{code}/photos/{photo}", "/station/{code}/posts/{post}/photos/{photo}",
    "/my/{number}/files/{file}", "/matters/{number}/files/{file}", "/m/{number}/files/{file}",
}


def is_for_programs(route: str) -> bool:
    return route.startswith("/api/") or route in NOT_PAGES
