"""One change, sent until it is acknowledged: whatever goes wrong, again and under the same Idempotency-Key."""

import http.client
import itertools
import json
import random
import time
import uuid
from urllib.parse import urlsplit

from journal import Journal

ATTEMPT_SECONDS = 10
PAUSE_SECONDS = (0.2, 0.5, 1.0)
# The program or the proxy cannot now; anything else that is not 2xx is an answer, and final.
TRY_AGAIN = {429, 500, 502, 503, 504}


class Refused(Exception):
    pass


class GivenUp(Exception):
    pass


class Patience:
    """How long everybody goes on trying: for ever, until somebody says otherwise."""

    def __init__(self) -> None:
        self.ends_at = float("inf")

    def is_over(self) -> bool:
        return time.monotonic() > self.ends_at


class Sender:
    def __init__(self, url: str, journal: Journal, patience: Patience) -> None:
        self.host, self.port = urlsplit(url).hostname, urlsplit(url).port
        self.journal = journal
        self.patience = patience

    def send(self, path: str, body: dict, token: str = "", key: str = "") -> dict:
        headers = {
            "Content-Type": "application/json", "Accept": "application/json",
            "Idempotency-Key": key or str(uuid.uuid4()),
        }
        if token:
            headers["Authorization"] = f"Bearer {token}"
        for pause in itertools.chain(PAUSE_SECONDS, itertools.repeat(PAUSE_SECONDS[-1])):
            status, answer = self._attempt(path, json.dumps(body).encode(), headers)
            if 200 <= status < 300:
                self.journal.acknowledged()
                return answer
            if status and status not in TRY_AGAIN:
                raise Refused(f"POST {path}: {status} {answer.get('code', '')} {answer.get('detail', '')}".strip())
            if self.patience.is_over():
                raise GivenUp(f"POST {path}: never acknowledged, at last {status or 'no answer'}")
            time.sleep(pause)
            self.journal.retry()

    def _attempt(self, path: str, body: bytes, headers: dict) -> tuple[int, dict]:
        """The status and what was answered; 0 where no answer came."""
        # From an address of her own: all of 127.0.0.0/8 is this machine, and limits count by address.
        connection = http.client.HTTPConnection(
            self.host, self.port, timeout=ATTEMPT_SECONDS, source_address=(some_address(), 0))
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            status, content = answer.status, answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.journal.error("timed out" if isinstance(error, TimeoutError) else "cut off")
            return 0, {}
        finally:
            connection.close()
        if status in TRY_AGAIN:
            self.journal.error(str(status))
        try:
            return status, json.loads(content)
        except ValueError:
            # A page of the proxy.
            return status, {}


def some_address() -> str:
    return ".".join(["127", *(str(random.randint(1, 250)) for _ in range(3))])
