"""Afterwards: is everything that was acknowledged there, and there once?"""

from collections import Counter
from dataclasses import dataclass

from journal import Journal
from program import Cluster

ACTS = """
    SELECT matter.number, event.name FROM event JOIN matter ON matter.id = event.stream_id
    WHERE event.stream_kind = 'matter' AND event.name IN ('triaged', 'accepted')
"""


@dataclass(frozen=True)
class Verdict:
    lost: list[str]
    doubled: list[str]
    # Anything else that is not as it should be.
    faults: list[str]

    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.faults)


def count_matters(cluster: Cluster) -> int:
    return cluster.rows("SELECT count(*) FROM matter")[0][0]


def judge(cluster: Cluster, journal: Journal, before: int) -> Verdict:
    there = dict(cluster.rows("SELECT number, count(*) FROM matter GROUP BY number"))
    acts = Counter(cluster.rows(ACTS))
    lost = [number for number in journal.numbers.values() if number not in there]
    lost += [f"{number} {event}" for number, event in journal.acts if not acts[number, event]]
    doubled = [number for number, times in there.items() if times > 1]
    doubled += [f"{number} {event}" for number, event in journal.acts if acts[number, event] > 1]
    faults = list(journal.refusals)
    # A number told to two people is one opinion lost.
    told = Counter(journal.numbers.values())
    lost += [f"{number} was told {times} times" for number, times in told.items() if times > 1]
    # A matter that nobody was told of is one registered twice, unless its sender never got an answer.
    registered = sum(there.values()) - before
    untold = registered - len(told.keys() & there.keys())
    doubled += ["a matter that no key stands for"] * (untold - len(journal.keys - journal.numbers.keys()))
    if registered != len(journal.keys):
        faults.append(f"{registered} matters of {len(journal.keys)} keys")
    return Verdict(lost, doubled, faults + verify(cluster))


def verify(cluster: Cluster) -> list[str]:
    done = cluster.lianxin("verify")
    if done.returncode == 0:
        return []
    return ["lianxin verify: " + line for line in (done.stdout + done.stderr).splitlines()[-20:]]
