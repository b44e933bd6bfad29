"""What requests of schemathesis are given instead of inventions: signed-in people, real identifiers, matters with
their codes."""

import itertools
import random
from dataclasses import dataclass

from visitor import DESCRIPTION, Visitor
from walk import STREET, sign_ins

MATTERS = 8


@dataclass(frozen=True)
class Matter:
    number: str
    code: str
    by_code: bool


class Province:
    """Made once, with the first request. What cannot be had ends the run: tests that reach nothing prove nothing."""

    def __init__(self) -> None:
        self.random = random.Random(20260301)
        self.known: dict[str, list] = {}
        # The street's own people know its matters; the others by turns, for what they must not see.
        everybody = self._sign_in_one_of_each_role()
        self.tokens = [token for other in everybody for token in (everybody[0], everybody[1], other)]
        self._learn("division", "/api/v1/divisions", "code")
        self._learn("station", "/api/v1/stations", "code")
        self.known["code"] = self.known["station"]
        self.matters = [self._register(by_code=index % 2 == 0) for index in range(MATTERS)]
        self.known["number"] = [matter.number for matter in self.matters]
        self.known["lead"] = self.known["number"]
        self._next_matter = itertools.cycle(self.matters)
        self._next_token = itertools.cycle(self.tokens)

    def next_matter(self) -> Matter:
        return next(self._next_matter)

    def version(self, number: str) -> int | None:
        """As it stands now; None for a number of somebody else."""
        code = next((matter.code for matter in self.matters if matter.number == number), None)
        return Visitor(code=code).get(f"/api/v1/matters/{number}")["version"] if code else None

    def next_token(self) -> str:
        return next(self._next_token)

    def choose(self, values: list):
        return self.random.choice(values)

    def _sign_in_one_of_each_role(self) -> list[str]:
        first: dict[str, dict] = {}
        for person in sign_ins().values():
            first.setdefault(person["role"], person)
        return [
            Visitor().post("/api/v1/sessions", {"login": person["login"], "password": person["password"]})["token"]
            for person in first.values()
        ]

    def _learn(self, name: str, path: str, key: str) -> None:
        """Identifiers of what a list shows, under the name the description uses for them."""
        self.known[name] = [item[key] for item in Visitor().get(path)["items"]]

    def _register(self, by_code: bool) -> Matter:
        body = DESCRIPTION.example("POST", "/api/v1/matters") | {"division": STREET}
        answer = Visitor().post("/api/v1/matters", body)
        return Matter(answer["number"], answer["code"], by_code)
