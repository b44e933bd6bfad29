"""What some pages need to be there: matters in a state, a slip, a letter, a link in a message. Each is made through the
pages at its first use and kept for the pages after it."""

import re
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from harness import Server
from outbox import newest_link
from play import Play, Slip, fill, press, send, tick_first
from way import (
    CLERK, HANDLER, HEAD, LAMP, OFFICE, PETITION, REASON, SOLVED, STATION, SYSTEM, answered, assigned, handled,
)

WEBSITE = "visitor"


class Ground:
    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        # Without JavaScript: nothing here is about it, and forms go quicker.
        self.play = Play(browser, server, javascript=False)

    def close(self) -> None:
        self.play.close()

    # Matters

    @cached_property
    def said(self) -> Slip:
        return self.play.say(LAMP)

    @cached_property
    def assigned(self) -> Slip:
        return assigned(self.play, self.play.say(LAMP))

    @cached_property
    def handled(self) -> Slip:
        return handled(self.play, assigned(self.play, self.play.say(LAMP)))

    @cached_property
    def replied(self) -> Slip:
        """The deputy has to look at the answer."""
        slip = handled(self.play, assigned(self.play, self.play.say(LAMP)))
        self.play.act(HANDLER, slip, "reply", **SOLVED)
        return slip

    @cached_property
    def answered(self) -> Slip:
        """The resident has to say whether it helped."""
        return answered(self.play, handled(self.play, assigned(self.play, self.play.say(LAMP))))

    @cached_property
    def petition(self) -> Slip:
        slip = self.play.say("我家和邻居的官司判了以后一直没有执行，想反映法院的事。")
        self.play.act(HEAD, slip, "referral", category="other", power="county", reason=REASON)
        self.play.act(PETITION, slip, "notice", channel="letter")
        return slip

    @cached_property
    def published(self) -> str:
        """The address of a published matter."""
        return self.href("/ledger", "main a[href^='/m/']")

    @cached_property
    def letter(self) -> str:
        """The address of a letter of the station to the resident."""
        page = self.play.staff(CLERK)
        page.goto(self.letters_new)
        send(page, page.locator("main form"))
        return path_of(page)

    @cached_property
    def letters_new(self) -> str:
        return self.href(f"/matters/{self.said.number}/letters", "main a[href*='/letters/new?']", CLERK)

    # Messages

    @cached_property
    def deputy_link(self) -> str:
        """The link a deputy got for an answer she has to look at."""
        return self.link_of(self.replied, "审核")

    def link_of(self, slip: Slip, asked: str) -> str:
        """The newest link that was sent about a matter and asks for that."""
        return self._newest_link(slip.number, asked)

    @cached_property
    def follow_link(self) -> str:
        page = self.play.screen("follower")
        page.goto(f"/follow?station={STATION}")
        form = page.locator("form[action='/follow']")
        fill(form, {"mailbox": "zhangxiuying@example.cn"})
        send(page, form)
        return self._newest_link("/follow/")

    def _newest_link(self, *words: str) -> str:
        return newest_link(self.server.data, self.play.screen(WEBSITE), *words)

    # Stations

    @cached_property
    def card(self) -> str:
        return self.href(f"/deputies?station={STATION}", "main a[href^='/deputies/']")

    @cached_property
    def reception(self) -> str:
        """A reception with times to ask for, two weeks ahead, that everybody sees."""
        clerk, head = self.play.staff(CLERK), self.play.staff(HEAD)
        clerk.goto(f"/station/{STATION}/receptions/new")
        form = clerk.locator(f"form[action='/station/{STATION}/receptions']")
        day = date.today() + timedelta(days=14)
        fill(form, {"day": day.isoformat(), "from": "9:00", "to": "11:00", "slot": "20"})
        tick_first(form, "deputies")
        send(clerk, form)
        address = path_of(clerk)
        head.goto(address)
        press(head, head.get_by_role("button", name="审核并发布"))
        return address

    @cached_property
    def booking(self) -> str:
        return self.reception.replace("/station/", "/s/") + "/booking"

    def book(self, page: Page) -> None:
        """Asks for the first time that is free, and stops at what the resident takes home."""
        page.goto(self.booking)
        form = page.locator("main form")
        form.locator("[name=slot]").first.check()
        fill(form, {"name": "张秀英"})
        send(page, form)

    @cached_property
    def booking_code(self) -> str:
        page = self.play.screen(WEBSITE)
        self.book(page)
        return re.search(r"\b\d{4,5}[  ]?\d{3}[  ]?\d{2,3}\b", page.locator(".slip").inner_text()).group()

    @cached_property
    def post(self) -> str:
        page = self.play.staff(CLERK)
        page.goto(f"/station/{STATION}/posts/new")
        form = page.locator("form:has([name=body])")
        fill(form, {"kind": "news", "title": "代表走访社区", "body": "走访了二十户居民，记下三件事。"})
        send(page, form)
        return path_of(page)

    @cached_property
    def slip_book(self) -> str:
        page = self.play.staff(HEAD)
        page.goto(f"/station/{STATION}/slips")
        form = page.locator(f"form[action='/station/{STATION}/slips']")
        fill(form, {"count": "10"})
        send(page, form)
        return path_of(page)

    @cached_property
    def book_slip(self) -> str:
        """The number on a slip of the book."""
        page = self.play.staff(HEAD)
        page.goto(self.slip_book)
        return re.search(r"\b14\d{2}-\d{4}-\d{6,}-\d\b", page.locator("main").inner_text()).group()

    @cached_property
    def answer_text(self) -> str:
        page = self.play.staff(OFFICE)
        page.goto("/answer-texts/new")
        form = page.locator("form[action='/answer-texts']")
        fill(form, {"title": "路灯已修好", "body": "【哪一天】更换了【几盏】路灯，当晚全部亮起来。"})
        send(page, form)
        return self.href("/answer-texts", "main a[href^='/answer-texts/']:has-text('路灯已修好')", OFFICE)

    # Administration

    @cached_property
    def webhook(self) -> str:
        """A receiver that does not exist: nothing here ever leaves the machine."""
        page = self.play.staff(SYSTEM)
        page.goto("/admin/webhooks/new")
        form = page.locator("form[action='/admin/webhooks']")
        fill(form, {"name": "区热线", "address": "https://hooks.example.invalid/matters", "area": "山西"})
        send(page, form)
        return self.href("/admin/webhooks", "main a[href^='/admin/webhooks/']:has-text('区热线')", SYSTEM)

    # Looking around

    def href(self, path: str, selector: str, who: str = WEBSITE) -> str:
        """Where a link of a page leads."""
        page = self.play.screen(WEBSITE) if who == WEBSITE else self.play.staff(who)
        page.goto(path)
        link = page.locator(selector)
        assert link.count(), f"{path} shows {who} no {selector}:\n{page.locator('main').inner_text()[:600]}"
        return link.first.get_attribute("href")


def path_of(page: Page) -> str:
    return urlsplit(page.url).path
