"""The whole check of the API, inside a served demo province: every act played once, then schemathesis. Ends with the
list of operations that nobody saw succeed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import BINARY, environment

HERE = Path(__file__).resolve().parent
# One address asks thousands of times here; nothing else is changed.
POLICIES = {
    "rate.opinions-per-hour": "1000", "rate.code-tries-per-hour": "100", "deadline.archive": "cd1",
}
# What it takes goes to a telephone and nowhere else; `SessionCodesAPITests` reads it there.
NOT_PLAYED = {"POST /api/v1/sessions/code"}


def set_policies() -> None:
    data = Path(os.environ["LIANXIN_TEST_SIGN_INS"]).parent / "data"
    for key, value in POLICIES.items():
        subprocess.run(
            [BINARY, "policy", "set", "--data", data, "--from", "2024-01-01", "--decided-by", "接口测试", key, value],
            env=environment(), check=True, stdout=subprocess.DEVNULL)


def main() -> int:
    with tempfile.NamedTemporaryFile(prefix="lianxin-seen-", suffix=".tsv") as file:
        os.environ["LIANXIN_TEST_SEEN"] = file.name
        set_policies()
        import seen
        import walk
        from visitor import DESCRIPTION

        walk.main()
        status = subprocess.call([
            HERE.parents[1] / ".venv" / "bin" / "st", "--config-file", "schemathesis.toml", "run",
            os.environ["LIANXIN_TEST_OPENAPI"], "--url", os.environ["LIANXIN_TEST_URL"], *sys.argv[1:],
        ])
        found = seen.read()
        played = [name for name in DESCRIPTION.operations if name not in NOT_PLAYED]
        missing = [name for name in played if not any(200 <= s < 300 for s in found.get(name, ()))]
        broken = [f"{name}: {s}" for name, all_ in found.items() for s in sorted(all_) if s >= 500]
        for name in missing:
            print(f"api: nobody saw {name} succeed", file=sys.stderr)
        for name in broken:
            print(f"api: {name}", file=sys.stderr)
        total = len(played)
        print(f"api: {total - len(missing)} of {total} operations answered with success")
        return status or (1 if missing or broken else 0)


if __name__ == "__main__":
    sys.exit(main())
