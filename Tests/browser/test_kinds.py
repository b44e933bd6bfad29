"""Every kind of page of kinds.py: drawn without JavaScript, at every width, in every theme, and for residents in few
bytes and plain words."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

import checks
from ground import Ground
from harness import run
from kinds import KINDS, NOT_PAGES, Kind, is_for_programs
from pages import NARROW, enter_elder

MOST_BYTES = 60_000
# A telephone; a screen of 1,280 px at 200 % and at 400 % zoom.
WIDTHS = [NARROW, 640, 320]
RESIDENTS_KINDS = [kind for kind in KINDS if kind.is_residents]

Figure = Callable[[str, str, str], None]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
each_residents_kind = pytest.mark.parametrize("kind", RESIDENTS_KINDS, ids=lambda kind: kind.name)


@each_kind
def test_draws_without_javascript_at_every_width(kind: Kind, ground: Ground, browser: Browser) -> None:
    page = kind.screen(browser, ground, javascript=False)

    assert kind.open(page, ground) == kind.status
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert re.search(r"[一-鿿]{2}", page.title()) and not re.search(r"[A-Za-z]", page.title()), page.title()
    assert page.locator("h1").count() == 1
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        faults += [f"at {width} px: {fault}" for fault in checks.overflow(page)]
    if kind.is_residents:
        faults += checks.office_words(page) + checks.human_being(page)
    page.context.close()

    assert not faults, checks.readable(faults)


@each_kind
def test_axe_and_the_browser_find_nothing_in_any_theme(kind: Kind, ground: Ground, browser: Browser) -> None:
    # A button that is still changing its colour has neither the old contrast nor the new one.
    page = kind.screen(browser, ground, reduced_motion="reduce")
    faults = checks.complaints(page, ground.server.url, status=kind.status)

    assert kind.open(page, ground) == kind.status
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        faults += [f"{colours}: {fault}" for fault in checks.axe_violations(page)]
    page.emulate_media(color_scheme="light")
    enter_elder(page, ground.server.url)
    kind.open(page, ground)
    assert page.locator("html.elder").count() == 1
    faults += [f"elder: {fault}" for fault in checks.axe_violations(page) + checks.overflow(page)]
    page.context.close()

    assert not faults, checks.readable(faults)


@each_residents_kind
def test_is_light(kind: Kind, ground: Ground, browser: Browser, figure: Figure) -> None:
    page = kind.screen(browser, ground)
    weights = checks.Weights(page)
    kind.open(page, ground)
    page.wait_for_load_state("networkidle")
    parts = weights.by_address()
    page.context.close()

    figure("weight of residents' pages, compressed", kind.name, f"{sum(parts.values()) / 1000:.1f} kB")
    assert any("lianxin.css" in address for address in parts), parts
    assert sum(parts.values()) <= MOST_BYTES, parts


def test_every_address_that_draws_a_page_has_a_kind() -> None:
    routes = {line.split(" ", 1)[1] for line in run("routes").splitlines() if line.startswith("GET ")}
    known = {kind.route for kind in KINDS if kind.route}

    assert sorted(route for route in routes - known if not is_for_programs(route)) == [], "no entry in kinds.py"
    assert sorted((known | NOT_PAGES) - routes) == [], "entries in kinds.py of addresses that are gone"


def test_what_is_called_no_page_is_none(visit: Callable[..., Page]) -> None:
    page = visit("/")
    kinds = {
        path: page.request.get(path).headers.get("content-type", "") for path in sorted(NOT_PAGES) if "{" not in path
    }

    assert not [path for path, kind in kinds.items() if "text/html" in kind and path != "/duty/calendar.ics"], kinds


def test_no_two_kinds_of_a_resident_have_the_same_title(ground: Ground, browser: Browser) -> None:
    titles: dict[str, list[str]] = {}
    for kind in RESIDENTS_KINDS:
        if kind.route is None:
            continue
        page = kind.screen(browser, ground, javascript=False)
        kind.open(page, ground)
        titles.setdefault(page.title(), []).append(kind.name)
        page.context.close()

    assert not {title: names for title, names in titles.items() if len(names) > 1}
