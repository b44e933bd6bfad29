"""What is under test: bin/cluster, the program, its database."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from crowd import Station
from sender import Sender


@dataclass(frozen=True)
class Cluster:
    command: Path
    folder: Path
    program: Path
    # As the program itself is told: the nodes, and where the password stands.
    database: str

    def does(self, *words: str) -> None:
        """One of bin/cluster's commands; what it cannot do ends the test."""
        sys.stdout.flush()
        done = subprocess.run(
            [self.command, "--dir", self.folder, *words], stdin=subprocess.DEVNULL,
            env={**os.environ, "LIANXIN_TEST_BINARY": str(self.program)})
        if done.returncode != 0:
            sys.exit(f"cluster: the test ends here, bin/cluster {' '.join(words)} failed")

    def lianxin(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [self.program, *words, "--data", self.folder / "data"],
            env={"PATH": "/usr/bin:/bin", "LIANXIN_DATABASE_URL": self.database},
            stdin=subprocess.DEVNULL, capture_output=True, text=True)

    def rows(self, query: str) -> list[tuple]:
        """Asked of the primary, past the program."""
        connection = psycopg2.connect(self.database)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(query)
                return cursor.fetchall()
        finally:
            connection.close()

    def station(self, sender: Sender) -> Station:
        """The first station of the demo that has a clerk and a head to sign in as; its place is in their logins."""
        said = json.loads(self.lianxin("demo", "--sign-ins", "--json").stdout)
        people = {person["login"]: person for person in said["signIns"]}
        clerks = [login for login in people if login.startswith("clerk.")]
        division = next(place for _, place in (login.split(".", 1) for login in clerks) if f"head.{place}" in people)
        tokens = [
            sender.send("/api/v1/sessions", {"login": login, "password": people[login]["password"]})["token"]
            for login in (f"clerk.{division}", f"head.{division}")
        ]
        return Station(division, *tokens)
