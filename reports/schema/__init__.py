"""Versions of the JSON report, as models that validate a file and generate the published JSON Schema."""
