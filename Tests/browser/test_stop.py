"""Stopping the server: who is in the middle of a sentence is heard out."""

import json
import socket
import subprocess
import time
import urllib.request

from harness import Server, run

WORDS = "村口到学校的路灯坏了三盏，晚上看不见路。"


def test_a_request_under_way_is_answered_and_kept():
    with Server() as server:
        body = json.dumps({"division": division(server), "words": WORDS, "bypass": False}).encode()
        head = (
            f"POST /api/v1/matters HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
            "Content-Type: application/json\r\nIdempotency-Key: stopped-in-the-middle-1\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        ).encode()
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(head + body[:20])
            time.sleep(0.5)
            server.process.terminate()
            time.sleep(0.5)
            assert server.process.poll() is None, "it did not wait"
            assert is_refused(server.port), "it takes new visitors"
            connection.sendall(body[20:])
            answer = b"".join(iter(lambda: connection.recv(65536), b""))

        assert answer.startswith(b"HTTP/1.1 201"), answer[:300]
        assert server.process.wait(timeout=20) == 0
        number = json.loads(answer.split(b"\r\n\r\n", 1)[1])["number"]
        assert number in kept(server)
        assert "没有问题" in run("verify", "--data", str(server.data))


def division(server: Server) -> str:
    with urllib.request.urlopen(f"{server.url}/api/v1/divisions?parent=140702") as answer:
        return json.load(answer)["items"][0]["code"]


def is_refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return True
    return False


def kept(server: Server) -> str:
    database = server.data / "lianxin.sqlite"
    return subprocess.run(
        ["sqlite3", str(database), "SELECT number FROM matter"], capture_output=True, text=True, check=True
    ).stdout
