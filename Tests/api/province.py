"""The demo province as the API tests need it: signed-in people, real identifiers, matters with their codes."""

import itertools
import json
import os
import random
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from pathlib import Path

import yaml

from harness import Person

MATTERS = 8


@dataclass(frozen=True)
class Matter:
    number: str
    code: str
    by_code: bool


class Province:
    """Made once, with the first request. What cannot be had ends the run: tests that reach nothing prove nothing."""

    def __init__(self) -> None:
        self.url = os.environ["LIANXIN_TEST_URL"] + "/api/v1"
        self.description = yaml.safe_load(Path(os.environ["LIANXIN_TEST_OPENAPI"]).read_text(encoding="utf-8"))
        self.random = random.Random(20260301)
        self.known: dict[str, list] = {}
        self.tokens = self._sign_in_one_of_each_role()
        self._learn("division", "/divisions")
        self._learn("station", "/stations")
        self._learn("deputy", "/deputies")
        self.matters = [self._register(by_code=index % 2 == 0) for index in range(MATTERS)]
        self.known["number"] = [matter.number for matter in self.matters]
        self._next_matter = itertools.cycle(self.matters)
        self._next_token = itertools.cycle(self.tokens.values())

    def next_matter(self) -> Matter:
        return next(self._next_matter)

    def next_token(self) -> str:
        return next(self._next_token)

    def choose(self, values: list):
        return self.random.choice(values)

    def _sign_in_one_of_each_role(self) -> dict[str, str]:
        listed = json.loads(Path(os.environ["LIANXIN_TEST_SIGN_INS"]).read_text(encoding="utf-8"))
        first = {person.role: person for person in reversed([Person.of(entry) for entry in listed])}
        return {
            role: self._call("POST", "/sessions", {"login": person.login, "password": person.password})["token"]
            for role, person in first.items()
        }

    def _learn(self, name: str, path: str) -> None:
        """Identifiers of what a list shows, under the names the description uses for them."""
        if path not in self.description["paths"]:
            return
        answer = self._call("GET", path)
        parts = [answer] if isinstance(answer, list) else list(answer.values())
        items = next(part for part in parts if isinstance(part, list))
        for key in ("id", "code"):
            values = [item[key] for item in items if item.get(key) is not None]
            if values:
                self.known.setdefault(name if key == "id" else f"{name}_{key}", values)

    def _register(self, by_code: bool) -> Matter:
        body = self._example("/matters", "post")
        body |= {name: self.choose(self.known[name]) for name in body if name in self.known}
        answer = self._call("POST", "/matters", body)
        return Matter(answer["number"], answer["code"], by_code)

    def _example(self, path: str, method: str) -> dict:
        """The example the description itself gives: it has to be one that works."""
        content = self.description["paths"][path][method]["requestBody"]["content"]["application/json"]
        if "example" in content:
            return dict(content["example"])
        if "examples" in content:
            return dict(next(iter(content["examples"].values()))["value"])
        raise LookupError(f"docs/openapi.yaml gives no example of a body for {method.upper()} {path}")

    def _call(self, method: str, path: str, body: dict | None = None):
        request = urllib.request.Request(
            self.url + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/json", "Content-Type": "application/json",
                # The same sentence eight times is eight matters only under eight client-made ids.
                "Idempotency-Key": str(uuid.UUID(int=self.random.getrandbits(128), version=4)),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:500]
            raise RuntimeError(f"{method} {path} answers {error.code}: {said}") from error
