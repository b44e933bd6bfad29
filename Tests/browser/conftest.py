"""What a browser test may ask for: `server`, `people`, `ground`, `figure`, and `visit` to open a page as a visitor.

With pytest-xdist each worker has a server, a port and a browser of its own; what the tests counted and weighed is
printed once, after all of them.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from ground import Ground
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
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def ground(browser: Browser, server: Server) -> Iterator[Ground]:
    ground = Ground(browser, server)
    yield ground
    ground.close()


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str, str, str], None]:
    """`figure("screens", "of a resident", "5")`: a line of the table at the end."""
    return lambda table, name, value: record_property("figure", [table, name, value])


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
    for page in opened:
        page.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    if report.when == "call" and report.failed and "browser" in item.fixturenames:
        keep_pictures(item.nodeid, item.funcargs["browser"])
    return report


def keep_pictures(name: str, browser: Browser) -> None:
    """Of every page that stands open when a test fails."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name)
    pages = [page for context in browser.contexts for page in context.pages]
    for index, page in enumerate(pages[-3:]):
        picture: Path = FAILURES / f"{plain[:120]}-{index}.png"
        page.screenshot(path=picture, full_page=True)
        print(f"picture: {os.path.relpath(picture, ROOT)}")


def pytest_terminal_summary(terminalreporter) -> None:
    tables: dict[str, list[tuple[str, str]]] = {}
    for report in [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]:
        for name, value in getattr(report, "user_properties", []):
            if name == "figure" and report.when == "call":
                tables.setdefault(value[0], []).append((value[1], value[2]))
    for table in sorted(tables):
        terminalreporter.section(table)
        rows = sorted(set(map(tuple, tables[table])))
        width = max(len(value) for _, value in rows)
        for name, value in rows:
            terminalreporter.write_line(f"{value.rjust(width)}  {name}")
