"""The rules of the code that no compiler holds: who imports whom, where the clock is read, what must stand nowhere.

Prints one line a fault, `path:line: what`, and ends with 1 if there is one. Long files are only mentioned.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FEATURES = {
    "Matters", "Stations", "Deputies", "Activities", "Performance",
    "Legislation", "Suggestions", "Publicity", "Statistics", "Administration",
}
GROUND = {"Domain", "Database", "Web", "Directory", "Outbox", "Record", "Secrets", "Search", "Files", "Paper"}

# Who may import which of our own parts. A part that is not here may not exist: a new one is listed first.
MAY_IMPORT = {
    "Domain": set(),
    "Database": set(),
    "Schema": {"Database"},
    "Secrets": {"Domain", "Database"},
    "Search": {"Domain", "Database"},
    "Web": {"Domain", "Database"},
    "Record": {"Domain", "Database", "Secrets"},
    "Directory": {"Domain", "Database", "Record", "Secrets"},
    "Files": {"Domain", "Database", "Record", "Secrets", "CVips"},
    "Outbox": {"Domain", "Database", "Record", "Secrets", "Directory", "CCurl"},
    "Paper": {"Domain", "Database", "Web"},
    "CCurl": set(),
    "CVips": set(),
    **{feature: GROUND for feature in FEATURES},
    "App": GROUND | FEATURES | {"Schema"},
    "Demo": GROUND | FEATURES | {"Schema", "App"},
    "lianxin": GROUND | FEATURES | {"Schema", "App", "Demo"},
}
OURS = set(MAY_IMPORT)

# Libraries that only one folder may know.
AT_HOME = {
    "GRDB": "Sources/Database/SQLite/",
    "SQLite3": "Sources/Database/SQLite/",
    "CPostgres": "Sources/Database/Postgres/",
    "CCurl": "Sources/Outbox/",
    "CVips": "Sources/Files/",
    "CQRencode": "Sources/Web/",
    "CZip": "Sources/Paper/",
    "ArgumentParser": "Sources/lianxin/",
}

READS_THE_CLOCK = re.compile(r"\bDate\(\)|\bDate\.now\b|\bDate\(timeIntervalSinceNow:")
MAY_READ_THE_CLOCK = ("Sources/App/", "Sources/lianxin/", "Tests/")

IMPORT = re.compile(
    r"^\s*(?:@[\w()]+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)"
)
VAGUE_TYPE = re.compile(
    r"\b(?:struct|class|enum|actor|protocol)\s+(\w*(?:Manager|Helper|Helpers|Util|Utils|Utility|Service|Common|Core))\b"
)
PUBLIC = re.compile(r"^\s*(?:@\w+\s+)*(?:public|open)\s")

# Written so that this file does not hold what it looks for.
SOMEBODYS_MACHINE = re.compile(r"(?<![\w.:/)}\]>*-])/(?:root|home|Users|mnt|work)(?:/|\b(?![\w-]))")
REGISTRIES = re.compile(
    "|".join([r"\bpy" r"pi\.org\b", r"\bpython" r"hosted\b", r"\bregistry\." r"npm", r"\bdeb\.deb" r"ian\b"])
)
BESIDE_US = re.compile(r"[.][.]/shared(?!/data/messages)")

LONG = 400


def main() -> int:
    files = tracked_and_new()
    swift = [path for path in files if path.endswith(".swift")]
    faults = []
    for path in swift:
        faults += faults_of_swift(path)
    for path in files:
        faults += faults_of_text(path)
    for name in sorted({path.split("/")[1] for path in swift if path.startswith("Sources/")} - OURS):
        faults.append(f"Sources/{name}: who may import what? List it in bin/rules.py")
    for fault in faults:
        print(fault, file=sys.stderr)
    warn_of_length(swift)
    return 1 if faults else 0


def tracked_and_new() -> list[str]:
    """Paths of the repository, also those that are not committed yet, without what is ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    return sorted({path for path in listed.split("\0") if path and (ROOT / path).is_file()})


def faults_of_swift(path: str) -> list[str]:
    faults = []
    top, part = (path.split("/") + [""])[:2]
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        code = without_comment(line)
        at = f"{path}:{number}"
        if top == "Sources":
            faults += [f"{at}: {fault}" for fault in faults_of_import(path, part, code)]
            if PUBLIC.match(code):
                faults.append(f"{at}: public is not used here, package is the door")
        if READS_THE_CLOCK.search(code) and not path.startswith(MAY_READ_THE_CLOCK):
            faults.append(f"{at}: the clock is read only in App, lianxin and tests; take the instant as a parameter")
        if vague := VAGUE_TYPE.search(code):
            faults.append(f"{at}: {vague.group(1)} says nothing; name what it does")
    return faults


def faults_of_import(path: str, part: str, code: str) -> list[str]:
    found = IMPORT.match(code)
    if not found:
        return []
    name = found.group(1)
    if part == "Domain" and name != "Foundation":
        return [f"Domain imports Foundation only, not {name}"]
    if name in AT_HOME and not path.startswith(AT_HOME[name]):
        return [f"{name} is imported in {AT_HOME[name]} only"]
    if name in OURS and name not in MAY_IMPORT.get(part, OURS):
        if part in FEATURES and name in FEATURES:
            return [f"features never import each other: {part} imports {name}; receive a closure in App/Features.swift"]
        return [f"{part} may not import {name}"]
    return []


def without_comment(line: str) -> str:
    """The line up to `//`, unless that stands in a string, as it does in an address."""
    inside = False
    for index, sign in enumerate(line):
        if sign == '"' and (index == 0 or line[index - 1] != "\\"):
            inside = not inside
        if sign == "/" and not inside and line[index : index + 2] == "//":
            return line[:index]
    return line


def faults_of_text(path: str) -> list[str]:
    try:
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
    faults = []
    for number, line in enumerate(lines, start=1):
        at = f"{path}:{number}"
        if SOMEBODYS_MACHINE.search(line):
            faults.append(f"{at}: a path of somebody's machine")
        if REGISTRIES.search(line):
            faults.append(f"{at}: the address of a registry; name the package and its version only")
        if BESIDE_US.search(line):
            faults.append(f"{at}: a path beside the repository")
    return faults


def warn_of_length(paths: list[str]) -> None:
    for path in paths:
        count = (ROOT / path).read_text(encoding="utf-8").count("\n")
        if count > LONG:
            print(f"warning: {path} has {count} lines; look whether it is two ideas")


if __name__ == "__main__":
    sys.exit(main())
