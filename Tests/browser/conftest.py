"""What a browser test may ask for: `server`, `people`, and `visit` to open a page as a visitor."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from harness import ROOT, Person, Server
from pages import NARROW, launch, new_page

FAILURES = ROOT / ".build" / "browser-failures"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def people(server: Server) -> list[Person]:
    return server.people


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(server: Server, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """`visit("/say", javascript=False, width=360)`: a page of a new visitor, without cookies of another one."""
    opened: list[Page] = []

    def open_page(path: str, *, javascript: bool = True, width: int = NARROW, **options) -> Page:
        page = new_page(browser, server.url, javascript=javascript, width=width, **options)
        opened.append(page)
        page.goto(path)
        return page

    yield open_page
    if getattr(request.node, "failed", False):
        keep_pictures(request.node.name, opened)
    for page in opened:
        page.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    if report.when == "call" and report.failed:
        item.failed = True
    return report


def keep_pictures(name: str, pages: list[Page]) -> None:
    FAILURES.mkdir(parents=True, exist_ok=True)
    for index, page in enumerate(pages):
        picture: Path = FAILURES / f"{name.replace(os.sep, '_')}-{index}.png"
        page.screenshot(path=picture, full_page=True)
        print(f"picture: {picture.relative_to(ROOT)}")
