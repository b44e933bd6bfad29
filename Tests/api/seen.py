"""Which operations were answered with success, written down by every process that asks."""

import os
from pathlib import Path


def note(operation: str, status: int) -> None:
    with Path(os.environ["LIANXIN_TEST_SEEN"]).open("a", encoding="utf-8") as file:
        file.write(f"{status}\t{operation}\n")


def read() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for line in Path(os.environ["LIANXIN_TEST_SEEN"]).read_text(encoding="utf-8").splitlines():
        status, operation = line.split("\t", 1)
        found.setdefault(operation, set()).add(int(status))
    return found
