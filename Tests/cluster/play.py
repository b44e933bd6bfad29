"""Each failure in turn under load, then the count of what was lost. Called by `bin/cluster test`."""

import argparse
import sys
import time
from pathlib import Path

from crowd import Crowd
from failures import FAILURES, happen, steady
from journal import Journal, Window
from program import Cluster
from sender import Patience, Sender
from verdict import Verdict, count_matters, judge

# For what was under way at the end; longer than any failure lasts.
LAST_SECONDS = 60
SHOWN = 20


def main() -> int:
    options = arguments()
    cluster = Cluster(options.cluster, options.dir, options.program, options.database)
    journal = Journal()
    sender = Sender(options.url, journal, Patience())
    station = cluster.station(sender)
    before = count_matters(cluster)
    crowd = Crowd(station, sender, journal)
    crowd.start()
    started = time.monotonic()
    windows = play(cluster, journal)
    crowd.finish(LAST_SECONDS)
    took = time.monotonic() - started
    verdict = judge(cluster, journal, before)
    print_table(windows)
    print(f"\n{len(journal.keys)} opinions and {len(journal.acts)} acts of staff in {took:.0f} s")
    return print_verdict(verdict)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--cluster", "--dir", "--program"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--url", required=True, help="of the proxy")
    parser.add_argument("--database", required=True, help="as LIANXIN_DATABASE_URL")
    return parser.parse_args()


def play(cluster: Cluster, journal: Journal) -> list[tuple[str, Window]]:
    windows = [("nothing", steady(journal))]
    for failure in FAILURES:
        windows.append((failure.name, happen(failure, cluster, journal)))
        print(f"cluster: {journal.count()} acknowledged so far", flush=True)
        steady(journal)
    return windows


def print_table(windows: list[tuple[str, Window]]) -> None:
    print(f"\n{'failure':<28} {'gap, s':>7} {'retries':>8}  errors seen by clients")
    for name, window in windows:
        errors = ", ".join(f"{count} x {kind}" for kind, count in window.errors.most_common()) or "none"
        print(f"{name:<28} {window.gap:>7.1f} {window.retries:>8}  {errors}")


def print_verdict(verdict: Verdict) -> int:
    for title, lines in (("lost", verdict.lost), ("doubled", verdict.doubled), ("fault", verdict.faults)):
        for line in lines[:SHOWN]:
            print(f"{title}: {line}")
        if len(lines) > SHOWN:
            print(f"{title}: … and {len(lines) - SHOWN} more")
    print(f"{len(verdict.lost)} lost, {len(verdict.doubled)} doubled")
    if verdict.is_clean():
        print("lianxin verify: clean")
    return 0 if verdict.is_clean() else 1


if __name__ == "__main__":
    sys.exit(main())
