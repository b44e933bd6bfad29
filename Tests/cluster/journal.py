"""What happened, and when: acknowledgements, errors, retries of the whole crowd."""

import threading
import time
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """What one failure did to those who were writing."""

    gap: float
    acknowledged: int
    errors: Counter
    retries: int


class Journal:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._acknowledged: list[float] = []
        self._errors: list[tuple[float, str]] = []
        self._retries: list[float] = []
        # Of every opinion its Idempotency-Key; of those acknowledged also the number that was told.
        self.keys: set[str] = set()
        self.numbers: dict[str, str] = {}
        # The acts of staff that were acknowledged: number and name of the event.
        self.acts: list[tuple[str, str]] = []
        # What was answered otherwise than a correct program may.
        self.refusals: list[str] = []

    def sends_opinion(self, key: str) -> None:
        with self._lock:
            self.keys.add(key)

    def opinion(self, key: str, number: str) -> None:
        with self._lock:
            self.numbers[key] = number

    def act(self, number: str, event: str) -> None:
        with self._lock:
            self.acts.append((number, event))

    def acknowledged(self) -> None:
        with self._lock:
            self._acknowledged.append(time.monotonic())

    def error(self, kind: str) -> None:
        with self._lock:
            self._errors.append((time.monotonic(), kind))

    def retry(self) -> None:
        with self._lock:
            self._retries.append(time.monotonic())

    def refused(self, words: str) -> None:
        with self._lock:
            self.refusals.append(words)

    def count(self) -> int:
        with self._lock:
            return len(self._acknowledged)

    def window(self, start: float, end: float) -> Window:
        with self._lock:
            inside = [at for at in self._acknowledged if start <= at <= end]
            edges = [start, *inside, end]
            return Window(
                gap=max(later - earlier for earlier, later in zip(edges, edges[1:])),
                acknowledged=len(inside),
                errors=Counter(kind for at, kind in self._errors if start <= at <= end),
                retries=sum(1 for at in self._retries if start <= at <= end),
            )
