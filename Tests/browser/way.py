"""The usual way of a matter, one step after the other, by the people of 北关街道 in the small demo province."""

from datetime import date, timedelta

from play import Play, Slip

LAMP = "文化路菜市场东门往北五十米的路灯坏了三盏，晚上老人孩子看不见路，希望早点修好。"
REASON = "经过现场核实，情况属实，需要这样处理。"
DONE = "已派人到现场更换了三盏路灯，当晚全部亮起来，并安排每周巡查一次。"

LIAISON = "liaison.140702001"
CLERK, HEAD, DEPUTY = "clerk.140702001", "head.140702001", "deputy.140702001"
OFFICE, HANDLER = "office.140702001", "handler.140702001"
COUNTY_CLERK, COUNTY_HEAD = "clerk.140702", "head.140702"
COUNTY_OFFICE, DISTRIBUTOR, URBAN = "office.140702", "distributor.140702", "urban.140702"
PETITION = "petition.140702"
SYSTEM, SECURITY, AUDITOR = "system.admin", "security.admin", "auditor"
STATION = "SX140702001"

TRIAGE = {"commonality": "common", "category": "urban", "power": "township"}
SOLVED = {"outcome": "solved", "done": DONE, "signer": "王建国"}


def assigned(play: Play, slip: Slip) -> Slip:
    play.act(CLERK, slip, "triage", route="accept", **TRIAGE)
    play.act(HEAD, slip, "acceptance", deputy="陈聪谦")
    play.act(OFFICE, slip, "assignment")
    return slip


def handled(play: Play, slip: Slip) -> Slip:
    play.act(HANDLER, slip, "handling", day=(date.today() + timedelta(days=10)).isoformat())
    play.act(CLERK, slip, "notice", channel="phone")
    return slip


def answered(play: Play, slip: Slip) -> Slip:
    play.act(HANDLER, slip, "reply", **SOLVED)
    checked_and_told(play, slip)
    return slip


def checked_and_told(play: Play, slip: Slip) -> None:
    """One form of the supervising deputy: passed, and told by telephone."""
    play.act(DEPUTY, slip, "reply-check", channel="phone")
