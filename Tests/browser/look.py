#!/usr/bin/env python3
"""Takes pictures of pages, to be looked at by a person: each at three widths, light, dark and in the 长辈版.

  .venv/bin/python Tests/browser/look.py OUT /  /say  /ledger
  .venv/bin/python Tests/browser/look.py OUT --as stationClerk /today --url http://127.0.0.1:8080 --data data
  .venv/bin/python Tests/browser/look.py OUT --kinds            every kind of page of kinds.py
  .venv/bin/python Tests/browser/look.py OUT --kinds 'matter'   those whose name begins so

Without --url a server of its own is started on a small demo province. OUT/contact.png shows all of them; with --kinds
there is a sheet for each kind and contact-1.png … of all.
"""

import argparse
import html
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import pages
from ground import Ground
from harness import Server, person_of, sign_ins
from kinds import KINDS, Kind

WIDTHS = [pages.NARROW, pages.MIDDLE, pages.WIDE]
MODES = ["light", "dark", "elder"]
ROWS_A_SHEET = 40
SHEET = (
    "body{margin:16px;background:#777;color:#fff;font:14px sans-serif}div{display:flex;gap:16px}"
    "h2{font-size:15px;margin:12px 0 4px}figure{margin:0;width:WIDTHpx}"
    "img{width:WIDTHpx;max-height:HEIGHTpx;object-fit:cover;object-position:top}"
)


def main() -> None:
    wish = arguments()
    wish.out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = pages.launch(chromium)
        server = stack.enter_context(Server()) if wish.url is None else None
        if wish.kinds is None:
            rows = look_at_paths(browser, wish, server)
            sheet(browser, wish.out, "contact", rows, width=240, height=900)
        else:
            rows = look_at_kinds(browser, wish, server)
            for start in range(0, len(rows), ROWS_A_SHEET):
                part = dict(list(rows.items())[start:start + ROWS_A_SHEET])
                sheet(browser, wish.out, f"contact-{start // ROWS_A_SHEET + 1}", part, width=150, height=240)
    print(f"{sum(map(len, rows.values()))} pictures and their sheets in {wish.out}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--kinds", nargs="?", const="", metavar="PREFIX", help="every kind of page, or those named so")
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
    if (wish.kinds is None) == (not wish.paths):
        parser.error("either paths or --kinds")
    if wish.kinds is not None and wish.url:
        parser.error("--kinds makes what it needs in a demo province of its own: without --url")
    return wish


def look_at_paths(browser: Browser, wish: argparse.Namespace, server: Server | None) -> dict[str, list[Path]]:
    url = server.url if server else wish.url
    people = server.people if server else sign_ins(wish.data) if wish.role else []
    person = person_of(people, wish.role, wish.place) if wish.role else None
    rows: dict[str, list[Path]] = {path: [] for path in wish.paths}
    for mode in wish.modes:
        for width in wish.widths:
            page = pages.new_page(browser, url, javascript=wish.javascript, width=width, color_scheme=colours(mode))
            if person:
                pages.sign_in(page, person)
            if mode == "elder":
                pages.switch_to_elder(page)
            for path in wish.paths:
                page.goto(path, wait_until="networkidle")
                rows[path].append(picture(page, wish.out / f"{name_of(path)}-{width}-{mode}.png"))
            page.context.close()
    return rows


def look_at_kinds(browser: Browser, wish: argparse.Namespace, server: Server) -> dict[str, list[Path]]:
    ground = Ground(browser, server)
    rows: dict[str, list[Path]] = {}
    for kind in KINDS:
        if not kind.name.startswith(wish.kinds):
            continue
        rows[kind.name] = [taken for mode in wish.modes for taken in take(browser, ground, wish, kind, mode)]
        sheet(browser, wish.out, name_of(kind.name), {kind.name: rows[kind.name]}, width=320, height=1600)
        print(kind.name, flush=True)
    ground.close()
    return rows


def take(browser: Browser, ground: Ground, wish: argparse.Namespace, kind: Kind, mode: str) -> list[Path]:
    """Opened once: what answers a form would be another answer at each width."""
    page = kind.screen(browser, ground, javascript=wish.javascript, width=pages.WIDE, color_scheme=colours(mode))
    if mode == "elder":
        pages.enter_elder(page, ground.server.url)
    kind.open(page, ground)
    taken = []
    for width in wish.widths:
        page.set_viewport_size({"width": width, "height": 800})
        taken.append(picture(page, wish.out / f"{name_of(kind.name)}-{width}-{mode}.png"))
    page.context.close()
    return taken


def picture(page: Page, file: Path) -> Path:
    page.screenshot(path=file, full_page=True)
    return file


def colours(mode: str) -> str:
    return "dark" if mode == "dark" else "light"


def name_of(path: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in path.strip("/"))
    return kept or "first"


def sheet(browser: Browser, out: Path, name: str, rows: dict[str, list[Path]], *, width: int, height: int) -> None:
    """One row of pictures for each page."""
    drawn = "".join(f"<h2>{html.escape(row)}</h2><div>{figures(taken)}</div>" for row, taken in rows.items())
    style = SHEET.replace("WIDTH", str(width)).replace("HEIGHT", str(height))
    file = out / f"{name}.html"
    file.write_text(f'<!doctype html><meta charset="utf-8"><style>{style}</style>{drawn}', encoding="utf-8")
    across = max(map(len, rows.values()), default=1)
    page = browser.new_page(viewport={"width": (width + 16) * across + 32, "height": 1000})
    page.goto(file.absolute().as_uri())
    page.screenshot(path=out / f"{name}.png", full_page=True)
    page.close()


def figures(taken: list[Path]) -> str:
    return "".join(
        f'<figure><img src="{html.escape(file.name)}"><figcaption>{html.escape(file.stem)}</figcaption></figure>'
        for file in taken)


if __name__ == "__main__":
    main()
