"""Every page that anyone may open, at the width of an old telephone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

import checks
from harness import Server

RESIDENT_PAGES = ["/", "/say", "/my", "/ledger", "/stations"]
PUBLIC_PAGES = [*RESIDENT_PAGES, "/sign-in"]
MOST_BYTES = 60_000

Visit = Callable[..., Page]
each_public_page = pytest.mark.parametrize("path", PUBLIC_PAGES)
each_resident_page = pytest.mark.parametrize("path", RESIDENT_PAGES)


@each_public_page
def test_answers_with_a_title_in_words_and_one_heading(visit: Visit, path: str) -> None:
    page = visit(path, javascript=False)

    assert page.request.get(path).status == 200
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert re.search(r"[一-鿿]{2}", page.title()) and not re.search(r"[A-Za-z]", page.title()), page.title()
    assert page.locator("h1").count() == 1


def test_no_two_pages_have_the_same_title(visit: Visit) -> None:
    titles = {path: visit(path, javascript=False).title() for path in PUBLIC_PAGES}

    assert len(set(titles.values())) == len(titles), titles


@each_public_page
def test_is_not_wider_than_the_screen_without_javascript(visit: Visit, path: str) -> None:
    faults = checks.overflow(visit(path, javascript=False))

    assert not faults, checks.readable(faults)


@each_public_page
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, path: str, colours: str) -> None:
    faults = checks.axe_violations(visit(path, color_scheme=colours))

    assert not faults, checks.readable(faults)


@each_public_page
def test_the_browser_has_no_complaint(server: Server, browser: Browser, path: str) -> None:
    faults = checks.complaints(browser, server.url, path)

    assert not faults, checks.readable(faults)


@each_resident_page
def test_names_a_human_being_to_call(visit: Visit, path: str) -> None:
    faults = checks.human_being(visit(path, javascript=False))

    assert not faults, checks.readable(faults)


@each_resident_page
def test_speaks_no_office_words(visit: Visit, path: str) -> None:
    faults = checks.office_words(visit(path, javascript=False))

    assert not faults, checks.readable(faults)


@each_resident_page
def test_is_light(server: Server, browser: Browser, path: str) -> None:
    weights = checks.compressed_bytes(browser, server.url, path)

    assert sum(weights.values()) < MOST_BYTES, weights
