"""Somebody at the API: every answer is noted and compared with the description."""

import json
import os
import urllib.error
import urllib.request
import uuid

import seen
from description import Description

DESCRIPTION = Description()


class Visitor:
    """Signed in by a token, a reporter by her code, or nobody known."""

    def __init__(self, token: str = "", code: str = "") -> None:
        self.headers = {"Accept": "application/json"}
        if token:
            self.headers["Authorization"] = f"Bearer {token}"
        if code:
            self.headers["X-Query-Code"] = code

    @staticmethod
    def signed_in(login: str, password: str) -> "Visitor":
        session = Visitor().post("/api/v1/sessions", {"login": login, "password": password})
        return Visitor(token=session["token"])

    def get(self, path: str) -> dict:
        return self.send("GET", path)

    def post(self, path: str, body: dict) -> dict:
        return self.send("POST", path, body)

    def send(self, method: str, path: str, body: dict | None = None) -> dict:
        headers = dict(self.headers)
        if body is not None:
            headers |= {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        request = urllib.request.Request(
            os.environ["LIANXIN_TEST_URL"] + path, method=method, headers=headers,
            data=None if body is None else json.dumps(body).encode(),
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                status, content = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, content = error.code, error.read()
        operation = DESCRIPTION.operation(method, path.split("?", 1)[0])
        seen.note(operation, status)
        DESCRIPTION.check(operation, status, content)
        if status >= 300:
            raise RuntimeError(f"{method} {path} {body} answers {status}: {content.decode(errors='replace')[:600]}")
        return json.loads(content) if content else {}
