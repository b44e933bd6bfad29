"""Starts the program under test on a small demo province of its own and stops it again.

As a module: `with Server() as server: …`. As a program: `harness.py COMMAND …` runs the command with the environment
variables LIANXIN_TEST_URL (address) and LIANXIN_TEST_SIGN_INS (a JSON file), and ends with the command's status.
LIANXIN_TEST_BINARY names another program than the debug build.
"""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("LIANXIN_TEST_BINARY", ROOT / ".build" / "debug" / "lianxin")).absolute()
DEMO = ["--matters", "400", "--small"]
DEMO_SECONDS = 300
START_SECONDS = 30


@dataclass(frozen=True)
class Person:
    """A demo sign-in, as `lianxin demo --sign-ins --json` lists them."""

    role: str
    login: str
    password: str
    name: str
    place: str

    @staticmethod
    def of(entry: dict) -> "Person":
        words = {key: str(entry[key]) for key in ("login", "password", "name", "place")}
        return Person(role=str(entry["code"]), **words)


def person_of(people: list[Person], role: str, place: str = "") -> Person:
    """The first with that role, and with `place` in the name of her place."""
    for person in people:
        if person.role == role and place in person.place:
            return person
    known = sorted({f"{person.role} ({person.place})" for person in people})
    raise LookupError(f"no demo sign-in for {role} {place}; there are: {', '.join(known)}")


class Server:
    """One demo province and the program serving it on a free port."""

    def __init__(self, *, sends_sms: bool = False) -> None:
        self.sends_sms = sends_sms
        self.folder = Path(tempfile.mkdtemp(prefix="lianxin-test-"))
        self.data = self.folder / "data"
        self.log = self.folder / "server.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen | None = None
        self.people: list[Person] = []

    def __enter__(self) -> "Server":
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _start(self) -> None:
        if not os.access(BINARY, os.X_OK):
            raise RuntimeError(f"{BINARY} is not there: swift build --build-tests")
        run("demo", "--data", str(self.data), *DEMO)
        self.people = sign_ins(self.data)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--data", self.data, "--port", str(self.port)],
                env={**environment(), "LIANXIN_PUBLIC_URL": self.url, **self._sms()},
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )
        self._wait()

    def _sms(self) -> dict[str, str]:
        """A gateway that nobody answers at: what is offered only where text messages can be sent is offered."""
        if not self.sends_sms:
            return {}
        key = self.folder / "sms.key"
        key.write_text("0" * 32, encoding="utf-8")
        return {"LIANXIN_SMS_URL": "http://127.0.0.1:9/", "LIANXIN_SMS_KEY_FILE": str(key)}

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}:\n{self.last_words()}")
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"no answer in {START_SECONDS} s:\n{self.last_words()}")

    def count(self, table: str) -> int:
        """How many rows a table of the running database has."""
        database = f"file:{self.data / 'lianxin.sqlite'}?mode=ro"
        with closing(sqlite3.connect(database, uri=True)) as connection:
            return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def last_words(self, lines: int = 40) -> str:
        if not self.log.exists():
            return "(no log)"
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def run(*arguments: str) -> str:
    """Runs a verb of the program to its end and gives what it printed."""
    done = subprocess.run(
        [BINARY, *arguments], env=environment(), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=DEMO_SECONDS,
    )
    if done.returncode != 0:
        raise RuntimeError(f"lianxin {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-4000:]}")
    return done.stdout


def sign_ins(data: Path) -> list[Person]:
    said = json.loads(run("demo", "--sign-ins", "--data", str(data), "--json"))
    return [Person.of(entry) for entry in said["signIns"]]


def environment() -> dict[str, str]:
    """Ours without the settings of whoever runs the tests: a database of hers must never be touched."""
    return {name: value for name, value in os.environ.items() if not name.startswith("LIANXIN_")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main() -> int:
    with Server(sends_sms=True) as server:
        people = server.folder / "sign-ins.json"
        people.write_text(json.dumps([asdict(person) for person in server.people]), encoding="utf-8")
        given = {"LIANXIN_TEST_URL": server.url, "LIANXIN_TEST_SIGN_INS": str(people)}
        status = subprocess.call(sys.argv[1:], env={**os.environ, **given})
        if status != 0:
            print(f"--- last words of the server\n{server.last_words()}", file=sys.stderr)
        return status


if __name__ == "__main__":
    sys.exit(main())
