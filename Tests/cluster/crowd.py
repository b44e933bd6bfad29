"""A hundred people: half of them residents who say something, half of them staff who take it in."""

import queue
import random
import threading
import time
import uuid
from dataclasses import dataclass

from journal import Journal
from sender import GivenUp, Refused, Sender

RESIDENTS = STAFF = 50
# Each does one thing in two seconds: fifty a second together.
PACE_SECONDS = 2.0

OPINION = "{} 号楼前的路灯坏了 {} 盏，晚上孩子放学看不见路。"
TRIAGE = {"route": "accept", "commonality": "common", "category": "urban", "power": "township"}


@dataclass(frozen=True)
class Station:
    """Where all of it happens, and who of it is signed in."""

    division: str
    clerk: str
    head: str


class Crowd:
    def __init__(self, station: Station, sender: Sender, journal: Journal) -> None:
        self.station = station
        self.sender = sender
        self.journal = journal
        # What residents said and no staff has looked at: number and version.
        self.waiting: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
        self.ended = threading.Event()
        self.threads = [
            threading.Thread(target=self._live, args=(work,), daemon=True)
            for work, people in ((self._say, RESIDENTS), (self._take_in, STAFF)) for _ in range(people)
        ]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def finish(self, seconds: float) -> None:
        """Nothing new begins; what was begun is sent on until it is acknowledged, but no longer than that."""
        self.sender.patience.ends_at = time.monotonic() + seconds
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def _live(self, work) -> None:
        self.ended.wait(random.uniform(0, PACE_SECONDS))
        while not self.ended.is_set():
            try:
                work()
            except (Refused, GivenUp) as error:
                self.journal.refused(str(error))
            except Exception as error:
                self.journal.refused(f"{type(error).__name__}: {error}")

    def _say(self) -> None:
        started = time.monotonic()
        key = str(uuid.uuid4())
        words = OPINION.format(random.randint(1, 999), random.randint(2, 9))
        body = {"division": self.station.division, "words": words, "bypass": False}
        self.journal.sends_opinion(key)
        answer = self.sender.send("/api/v1/matters", body, key=key)
        self.journal.opinion(key, answer["number"])
        self.waiting.put((answer["number"], answer["version"]))
        self._rest(started)

    def _take_in(self) -> None:
        started = time.monotonic()
        try:
            number, version = self.waiting.get(timeout=PACE_SECONDS)
        except queue.Empty:
            return
        version = self._act(self.station.clerk, number, "triage", "triaged", {"version": version, **TRIAGE})
        self._rest(started)
        started = time.monotonic()
        self._act(self.station.head, number, "acceptance", "accepted", {"version": version})
        self._rest(started)

    def _act(self, token: str, number: str, noun: str, event: str, body: dict) -> int:
        answer = self.sender.send(f"/api/v1/matters/{number}/{noun}", body, token=token)
        self.journal.act(number, event)
        return answer["version"]

    def _rest(self, started: float) -> None:
        self.ended.wait(max(0.0, started + PACE_SECONDS - time.monotonic()))
