#!/usr/bin/env python3
"""Takes pictures of pages, to be looked at by a person: each path at three widths, light, dark and in the 长辈版.

  .venv/bin/python Tests/browser/look.py OUT /  /say  /ledger
  .venv/bin/python Tests/browser/look.py OUT --as stationClerk /today --url http://127.0.0.1:8080 --data data

Without --url a server of its own is started on a small demo province. OUT/contact.png shows all of them.
"""

import argparse
import html
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import pages
from harness import Person, Server, person_of, sign_ins

WIDTHS = [pages.NARROW, pages.MIDDLE, pages.WIDE]
MODES = ["light", "dark", "elder"]


def main() -> None:
    wish = arguments()
    wish.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        url, people = wish.url, []
        if url is None:
            server = stack.enter_context(Server())
            url, people = server.url, server.people
        elif wish.role:
            people = sign_ins(wish.data)
        person = person_of(people, wish.role, wish.place) if wish.role else None
        browser = pages.launch(stack.enter_context(sync_playwright()).chromium)
        taken = [
            picture
            for mode in wish.modes
            for width in wish.widths
            for picture in take(browser, url, wish, mode, width, person)
        ]
        contact_sheet(browser, wish, taken)
    print(f"{len(taken)} pictures and contact.png in {wish.out}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--as", dest="role", help="sign in as the first demo person with this role")
    parser.add_argument("--place", default="", help="… whose place contains this")
    parser.add_argument("--url", help="a server that runs already")
    parser.add_argument("--data", type=Path, default=Path("data"), help="its data folder, to read the sign-ins")
    parser.add_argument("--widths", type=lambda text: [int(width) for width in text.split(",")], default=WIDTHS)
    parser.add_argument("--modes", type=lambda text: text.split(","), default=MODES)
    parser.add_argument("--no-javascript", dest="javascript", action="store_false")
    wish = parser.parse_intermixed_args()
    if unknown := set(wish.modes) - set(MODES):
        parser.error(f"unknown modes {unknown}, there are {MODES}")
    return wish


def take(
    browser: Browser, url: str, wish: argparse.Namespace, mode: str, width: int, person: Person | None
) -> list[Path]:
    colours = "dark" if mode == "dark" else "light"
    page = pages.new_page(browser, url, javascript=wish.javascript, width=width, color_scheme=colours)
    if person:
        pages.sign_in(page, person)
    if mode == "elder":
        pages.switch_to_elder(page)
    taken = []
    for path in wish.paths:
        page.goto(path, wait_until="networkidle")
        taken.append(wish.out / f"{name_of(path)}-{width}-{mode}.png")
        page.screenshot(path=taken[-1], full_page=True)
    page.context.close()
    return taken


def name_of(path: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in path.strip("/"))
    return kept or "first"


def contact_sheet(browser: Browser, wish: argparse.Namespace, pictures: list[Path]) -> None:
    """One row of pictures for each path."""
    rows = "".join(
        f"<h2>{html.escape(path)}</h2><div>{''.join(map(figure, of_path(pictures, path)))}</div>" for path in wish.paths
    )
    style = (
        "body{margin:16px;background:#777;color:#fff;font:14px sans-serif}div{display:flex;gap:16px}"
        "figure{margin:0;width:240px}img{width:240px;max-height:900px;object-fit:cover;object-position:top}"
    )
    sheet = wish.out / "contact.html"
    sheet.write_text(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{rows}', encoding="utf-8")
    across = max(1, len(wish.widths) * len(wish.modes))
    page = browser.new_page(viewport={"width": 256 * across + 32, "height": 1000})
    page.goto(sheet.absolute().as_uri())
    page.screenshot(path=wish.out / "contact.png", full_page=True)
    page.close()


def of_path(pictures: list[Path], path: str) -> list[Path]:
    return [picture for picture in pictures if picture.name.rsplit("-", 2)[0] == name_of(path)]


def figure(picture: Path) -> str:
    name, caption = html.escape(picture.name), html.escape(picture.stem)
    return f'<figure><img src="{name}"><figcaption>{caption}</figcaption></figure>'


if __name__ == "__main__":
    main()
