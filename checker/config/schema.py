"""The JSON Schema of the configuration file, so that editors complete it and mark what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from checker.config.tables import Config

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(rules: Iterable[str]) -> dict[str, Any]:
    """The schema of ``checker.toml`` (in ``pyproject.toml``, of the table ``tool.checker``).

    ``rules`` are the names that editors offer where a rule is meant; others, of rules of one's own, are allowed too.
    """
    names = sorted(rules)
    schema = _without_null(Config.model_json_schema(by_alias=True))
    named = {"anyOf": [{"enum": names}, {"type": "string"}]}
    for table in (schema, schema["$defs"]["PathSettings"]):
        for key in ("select", "extend-select", "ignore"):
            _offer(table["properties"][key], named)
    offered = {"enum": names}
    schema["properties"]["rules"]["propertyNames"] = {"anyOf": [offered, {"type": "string"}]}
    schema["$defs"]["PathSettings"]["properties"]["severity"]["propertyNames"] = {
        "anyOf": [offered, {"type": "string"}]
    }
    return {
        "$schema": DIALECT,
        **schema,
        "title": "Configuration of the news consistency checker",
        "description": "checker.toml, .checker.toml, or the table tool.checker of pyproject.toml.",
    }


def write_schema(rules: Iterable[str]) -> str:
    """The schema as it is published."""
    return json.dumps(make_schema(rules), indent=2, ensure_ascii=False) + "\n"


def _offer(key: dict[str, Any], named: dict[str, Any]) -> None:
    """Where the key takes a list of names, offer those there are."""
    for kind in (key, *key.get("anyOf", ())):
        if kind.get("type") == "array":
            kind["items"] = named


def _without_null(value: Any) -> Any:
    """The schema without null, which TOML has no word for: what is not set is left out."""
    if isinstance(value, list):
        return [_without_null(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_null(one) for key, one in value.items() if not (key == "default" and one is None)}
    kinds = [kind for kind in kept.get("anyOf", ()) if kind != {"type": "null"}]
    if "anyOf" in kept and len(kinds) == 1:
        del kept["anyOf"]
        return {**kinds[0], **kept}
    return {**kept, "anyOf": kinds} if "anyOf" in kept else kept
