"""docs/openapi.yaml, and whether an answer is what it says."""

import json
import os
import re
from functools import cached_property
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

METHODS = {"get", "post", "put", "patch", "delete"}


class Description:
    def __init__(self) -> None:
        self.raw = yaml.safe_load(Path(os.environ["LIANXIN_TEST_OPENAPI"]).read_text(encoding="utf-8"))

    @cached_property
    def operations(self) -> dict[str, dict]:
        """`POST /api/v1/matters/{number}/triage` and what is said of it."""
        return {
            f"{method.upper()} {path}": operation
            for path, item in self.raw["paths"].items()
            for method, operation in item.items() if method in METHODS
        }

    def operation(self, method: str, path: str) -> str:
        """Which operation a real address belongs to; the address itself where there is none."""
        for name in self.operations:
            known, template = name.split(" ", 1)
            if known == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return name
        return f"{method} {path}"

    def check(self, name: str, status: int, body: bytes) -> None:
        """Raises where an answer is not declared, or is other than declared."""
        answers = self.operations[name]["responses"]
        declared = answers.get(str(status))
        if declared is None:
            raise AssertionError(f"{name} answers {status}, which is not declared: {body.decode()[:500]}")
        if "$ref" in declared:
            declared = self.raw["components"]["responses"][declared["$ref"].rsplit("/", 1)[1]]
        for content in declared.get("content", {}).values():
            schema = {**content["schema"], "components": self.raw["components"]}
            errors = list(Draft202012Validator(schema).iter_errors(json.loads(body)))
            if errors:
                raise AssertionError(f"{name} {status}: {errors[0].json_path} {errors[0].message}")

    def example(self, method: str, path: str) -> dict:
        """The example the description itself gives: it has to be one that works."""
        content = self.operations[f"{method} {path}"]["requestBody"]["content"]["application/json"]
        if "example" in content:
            return dict(content["example"])
        if "examples" in content:
            return dict(next(iter(content["examples"].values()))["value"])
        raise LookupError(f"docs/openapi.yaml gives no example of a body for {method} {path}")
