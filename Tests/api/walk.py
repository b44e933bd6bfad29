"""Plays matters of a street through every act, each by whoever may do it: what random requests never reach."""

import datetime
import json
import os
from pathlib import Path

from visitor import DESCRIPTION, Visitor

STREET, COUNTY = "140702001", "140702"
REASON = "到现场看过，情况属实，按规定应当这样办理"
DONE = {"outcome": "solved", "done": "三盏路灯昨天已经全部换成新的，另外加装了一盏，当晚试过都亮。", "signer": "王主任"}


def sign_ins() -> dict[str, dict]:
    listed = json.loads(Path(os.environ["LIANXIN_TEST_SIGN_INS"]).read_text(encoding="utf-8"))
    return {person["login"]: person for person in listed}


class Cast:
    """The people a matter of the street meets, signed in when they are first needed."""

    def __init__(self) -> None:
        self.people = sign_ins()
        self.known: dict[str, Visitor] = {}

    def __getitem__(self, login: str) -> Visitor:
        if login not in self.known:
            self.known[login] = Visitor.signed_in(login, self.people[login]["password"])
        return self.known[login]

    def name(self, login: str) -> str:
        return self.people[login]["name"]


class Matter:
    def __init__(self, cast: Cast, **more) -> None:
        self.cast = cast
        body = DESCRIPTION.example("POST", "/api/v1/matters") | {"division": STREET} | more
        answer = Visitor().post("/api/v1/matters", body)
        self.number, self.reporter = answer["number"], Visitor(code=answer["code"])

    @property
    def path(self) -> str:
        return f"/api/v1/matters/{self.number}"

    def who(self, login: str) -> Visitor:
        return self.cast[login] if login else self.reporter

    def does(self, login: str, noun: str, **body) -> dict:
        """Somebody ("" is the reporter) does something, with the version just seen."""
        who = self.who(login)
        version = who.get(self.path)["version"]
        return who.post(f"{self.path}/{noun}", {"version": version} | body)

    def choice(self, login: str, kind: str, name: str = "") -> int:
        offered = self.cast[login].get(self.path + "/choices")[kind]
        return next(item["id"] for item in offered if name in item["name"])

    def triaged(self, **change) -> "Matter":
        body = {"route": "accept", "commonality": "common", "category": "urban", "power": "township"}
        self.does(f"clerk.{STREET}", "triage", **(body | change))
        return self

    def accepted(self) -> "Matter":
        self.triaged().does(f"head.{STREET}", "acceptance")
        self.supervised(f"deputy.{STREET}")
        return self

    def supervised(self, deputy: str) -> None:
        head = f"head.{STREET}"
        self.does(head, "supervisor", deputy=self.choice(head, "deputies", self.cast.name(deputy)))

    def replied(self, handler: str, deputy: str) -> None:
        self.does(handler, "reply", **DONE)
        self.does(deputy, "reply-check", note="看过")
        self.does(deputy, "delivery", channel="phone")


def day(days: int) -> str:
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


def town(cast: Cast) -> None:
    """In the street: declined, up and down, objected, extended, returned, judged badly twice, contested."""
    clerk, deputy = f"clerk.{STREET}", f"deputy2.{STREET}"
    office, county, handler = f"office.{STREET}", f"office.{COUNTY}", f"handler.{STREET}"
    matter = Matter(cast).accepted()
    matter.does(f"deputy.{STREET}", "supervisor-refusal", reason=REASON)
    matter.supervised(deputy)
    matter.does(clerk, "notice", channel="phone")
    matter.does(office, "elevation", level="county", reason=REASON)
    matter.does(county, "return", reason=REASON)
    matter.does(office, "assignment", organ=matter.choice(office, "handlers"))
    matter.does(handler, "objection", reason=REASON)
    matter.does(office, "objection-decision", decision="uphold", reason=REASON)
    matter.does(handler, "stated-date", day=day(5))
    matter.does(handler, "extension", until=day(45), reason=REASON)
    matter.does(office, "extension-decision", granted=True, reason=REASON)
    matter.does(handler, "contact-access", reason=REASON)
    matter.does(handler, "reply", **DONE)
    matter.does(deputy, "reply-return", reason=REASON)
    matter.replied(handler, deputy)
    matter.does(deputy, "revisit", channel="phone", reached=False)
    matter.does("", "remark", words="有一盏还是不亮")
    matter.does("", "rating", grade="dissatisfied", comment="只修好了一盏")
    matter.does(office, "rework", reason=REASON)
    matter.replied(handler, deputy)
    matter.does("", "rating", grade="dissatisfied")
    matter.does(office, "joint-review", plan=REASON)
    matter.does(office, "joint-review-conclusion", result="explained", words=DONE["done"])
    matter.does("", "contest", reason=REASON)
    matter.does(county, "contest-decision", decision="uphold", reason=REASON)


def county(cast: Cast) -> None:
    """Above the street: distributed to a bureau with another beside it, published, supported, closed, back again."""
    office, passing, bureau = f"office.{COUNTY}", f"distributor.{COUNTY}", f"urban.{COUNTY}"
    head, deputy = f"head.{STREET}", f"deputy.{STREET}"
    matter = Matter(cast).accepted()
    matter.does(f"office.{STREET}", "elevation", level="county", reason=REASON)
    lead, beside = (matter.choice(office, "handlers", name) for name in ("政府办", "水利"))
    matter.does(office, "assignment", organ=lead, co=[beside])
    matter.does(passing, "sub-assignment", organ=matter.choice(passing, "receivers", "城市管理"))
    matter.does(bureau, "handling")
    matter.does(f"water.{COUNTY}", "co-handler-opinion", words=REASON)
    matter.does(head, "publication", title="北关街道一处路灯不亮的问题", summary="群众反映街道一处路灯不亮，影响夜间出行。")
    Visitor().post(matter.path + "/support", {})
    matter.does(head, "publication-withdrawal", reason=REASON)
    matter.replied(bureau, deputy)
    matter.does("", "rating", grade="satisfied")
    matter.does(office, "closure")
    matter.does("", "relapse", words="修好的路灯昨晚又不亮了")


def sideways(cast: Cast) -> None:
    """Out of the circle: on the spot, merged and undone, taken back, to the petition office, elsewhere, not at all."""
    clerk, head, petition = f"clerk.{STREET}", f"head.{STREET}", f"petition.{COUNTY}"
    Matter(cast).does(
        f"deputy.{STREET}", "on-spot-answer", words=DONE["done"], commonality="personal", category="civil", consent=True)
    lead, other = Matter(cast).accepted(), Matter(cast).triaged(route="merge")
    other.does(head, "merger", lead=lead.number, reason=REASON)
    other.does(head, "merger-undoing", reason=REASON)
    other.does("", "withdrawal", reason="已经自己解决了")
    personal = {"commonality": "personal", "category": "land", "power": "county"}
    referred = Matter(cast).triaged(route="refer", **personal)
    referred.does(head, "referral", reason=REASON)
    referred.does(clerk, "notice", channel="letter")
    referred.does(petition, "referral-deadline", day=day(60))
    referred.does(petition, "referral-reply", words=REASON)
    Matter(cast).triaged(route="redirect").does(
        head, "redirection", place="供电所", address="文化路 9 号", telephone="19900007777", bring="户号")
    Matter(cast).triaged(route="reject").does(head, "rejection", reason=REASON)


def archive(cast: Cast) -> None:
    """What the street's office closed some days ago; the policy set for this run lets it go at once."""
    office = cast[f"office.{STREET}"]
    for item in office.get("/api/v1/matters?state=closed")["items"]:
        matter = office.get(f"/api/v1/matters/{item['number']}")
        if "archiving" in matter["allowed_actions"]:
            try:
                office.post(f"/api/v1/matters/{item['number']}/archiving", {"version": matter["version"]})
                return
            except RuntimeError as refused:
                # Closed only yesterday: the next one may be older.
                if "archive-early" not in str(refused):
                    raise


def look(cast: Cast) -> None:
    """What only is read."""
    matter = Matter(cast)
    for path in ("", "/events", "/choices"):
        matter.reporter.get(matter.path + path)
        cast[f"clerk.{STREET}"].get(matter.path + path)
    Visitor().post("/api/v1/sessions/codes", {"telephone": "19900001234"})
    for path in ("/health", "/ready", "/api/v1/divisions", "/api/v1/deputies", "/api/v1/ledger"):
        Visitor().get(path)
    station = Visitor().get(f"/api/v1/stations?division={STREET}")["items"][0]
    Visitor().get(f"/api/v1/stations/{station['code']}")
    cast["auditor"].get("/api/v1/matters?overdue=true")
    leaving = Visitor.signed_in("auditor", cast.people["auditor"]["password"])
    leaving.send("DELETE", "/api/v1/sessions/current")


def main() -> None:
    cast = Cast()
    for scene in (look, town, county, sideways, archive):
        scene(cast)


if __name__ == "__main__":
    main()
