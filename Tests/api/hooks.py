"""Hands schemathesis what is really there: sessions of demo people, and numbers and codes of matters.

Without them nearly every made-up request ends at 401 or 404, and nothing behind that door is looked at.
"""

from functools import cache

import schemathesis
from schemathesis.core.parameters import ParameterLocation

import seen
from province import Province

PROVINCE = cache(Province)
QUERY_CODE = "X-Query-Code"


@schemathesis.auth(refresh_interval=None)
class AsSomebody:
    """Somebody who is signed in, or the reporter of the matter by its code: by turns, where both may come."""

    def get(self, case, context):
        return PROVINCE().next_matter(), PROVINCE().next_token()

    def set(self, case, data, context):
        matter, token = data
        may_sign_in = bool(schemes(case, "http", "bearer"))
        if QUERY_CODE in schemes(case, "apiKey", "header") and (matter.by_code or not may_sign_in):
            case.headers[QUERY_CODE] = matter.code
            if not is_negative(case, ParameterLocation.PATH):
                case.path_parameters["number"] = matter.number
        elif may_sign_in:
            case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Real identifiers in the path and in the body, unless being wrong there is what is tried."""
    if not is_negative(case, ParameterLocation.PATH):
        put(case.path_parameters)
    if case.query and not is_negative(case, ParameterLocation.QUERY):
        # A cursor is only ever one that we gave.
        case.query.pop("cursor", None)
    if isinstance(case.body, dict) and not is_negative(case, ParameterLocation.BODY):
        put(case.body)
        version = PROVINCE().version((case.path_parameters or {}).get("number"))
        if version and "version" in case.body:
            case.body["version"] = version


@schemathesis.hook
def after_call(context, case, response):
    """For the count at the end: what was answered, and how."""
    if case.method.upper() == case.operation.method.upper():
        seen.note(f"{case.method.upper()} {case.operation.path}", response.status_code)


def put(values: dict) -> None:
    known = PROVINCE().known
    for name, value in values.items():
        real = known.get(name)
        if real and value not in real:
            values[name] = PROVINCE().choose(real)


def is_negative(case, location: ParameterLocation) -> bool:
    return case.meta is not None and case.meta.is_negative_at(location)


def schemes(case, kind: str, form: str) -> set[str]:
    """Names of the security schemes of that kind and form that the operation accepts."""
    raw = case.operation.schema.raw_schema
    declared = raw.get("components", {}).get("securitySchemes", {})
    wanted = case.operation.definition.raw.get("security", raw.get("security", []))
    return {
        declared[name].get("name", name)
        for choice in wanted for name in choice
        if declared[name]["type"] == kind and form in (declared[name].get("in"), declared[name].get("scheme"))
    }
