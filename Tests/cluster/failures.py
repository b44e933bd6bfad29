"""What is done to the cluster while people write, one after the other."""

import time
from dataclasses import dataclass

from journal import Journal, Window
from program import Cluster

STEADY_SECONDS = 10


@dataclass(frozen=True)
class Failure:
    name: str
    command: tuple[str, ...]
    # How long it is left alone before it is healed: longer than the cluster may take to help itself.
    watch: float


FAILURES = [
    Failure("worker killed", ("fail", "worker"), 10),
    Failure("app killed", ("fail", "app"), 10),
    Failure("primary's PostgreSQL killed", ("fail", "primary"), 20),
    Failure("primary's node killed", ("fail", "node"), 40),
    Failure("planned switchover", ("switchover",), 10),
]


def steady(journal: Journal) -> Window:
    start = time.monotonic()
    time.sleep(STEADY_SECONDS)
    return journal.window(start, time.monotonic())


def happen(failure: Failure, cluster: Cluster, journal: Journal) -> Window:
    """From a second before it until all is well again."""
    start = time.monotonic() - 1
    cluster.does(*failure.command)
    time.sleep(failure.watch)
    cluster.does("heal")
    return journal.window(start, time.monotonic())
