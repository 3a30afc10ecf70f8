"""Writes the generated pages: rules, grades, commands, the JSON Schema of the report, the excerpt in the README.

    python docs/generate.py            write them
    python docs/generate.py --check    exit with 1, naming the pages, when they are not what the code says

A rule's page is its own docstring, with what the rule really makes of the example in it.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from checker import Article, check, read_paths
from checker.cli.group import checker
from checker.config import PolicySettings
from checker.config.schema import write_schema
from checker.formats import Options
from checker.registry import OTHERS, FoundRule, find_format, find_rules
from checker.sources import grading
from checker.sources.pages import load_pages
from checker.sources.policies import packs
from checker.sources.policies.packs import list_packs, load_policy

DOCS = Path(__file__).resolve().parent
# A snippet of a source in a rule's docstring. "> **Harbour Post:** The ferry carried 142 passengers."
SNIPPET = re.compile(r"^> \*\*(?P<source>[^*:]+):\*\* (?P<text>.+)$", re.MULTILINE)
# A finding in the report as text. "error  figures  f1"
FINDING = re.compile(r"^(?:error|warning|note)  \w+  f\d+$", re.MULTILINE)
EXCERPT = re.compile(r"(<!-- excerpt -->\n)")
HEADING = re.compile(r"^## .+$", re.MULTILINE)
NOTE = "<!-- Written by docs/generate.py; change the code that it is made from, not this page. -->"


def pages() -> Iterator[tuple[str, str]]:
    """Every generated page: its path seen from ``docs``, and its text."""
    rules = [one for one in find_rules() if one.origin.startswith("checker.rules.")]
    for one in rules:
        yield f"rules/{one.rule.id}.md", rule_page(one)
    yield "rules/README.md", rule_index(rules)
    yield "grades.md", grade_page()
    yield "notes.md", notes_page()
    yield "policies.md", policies_page()
    yield "commands.md", command_page()
    yield "../README.md", readme_page()
    yield "report.schema.json", importlib.import_module("checker.reports.schema.v1").json_schema()
    yield "check.schema.json", importlib.import_module("checker.reports.schema.check_v1").json_schema()
    yield "config.schema.json", write_schema((*(one.rule.id for one in rules), *load_pages(), *OTHERS))


def rule_page(one: FoundRule) -> str:
    """A rule's docstring as a page, with what the rule makes of its example behind the example."""
    docstring = inspect.cleandoc((one.module.__doc__ if one.module else "") or "")
    title, _, rest = docstring.partition("\n")
    facts = f"`{one.rule.id}` · version {one.rule.version} · severity {one.rule.severity.value}"
    example = next((part for part in HEADING.split(rest) if SNIPPET.search(part)), "")
    shown = rest.replace(example, f"{example.rstrip()}\n\n{outcome(one, example)}\n\n") if example else rest
    return f"{NOTE}\n\n# {title.rstrip('.')}\n\n{facts}\n{shown.rstrip()}\n"


def notes_page() -> str:
    """The notes on credibility: what each finds, why it matters, what it does not see."""
    parts = [
        f"## {page.title.partition(':')[0]}\n\n`{page.id}` · {page.summary}.\n\n{page.finds}\n\n{page.why}\n\n"
        f"Limits: {page.limits}"
        for page in load_pages().values()
    ]
    head = (
        "Findings of the kind `credibility` are on sources. Each can be ignored or selected by its id, and a clause of "
        "the\n[house rules](policies.md) may ask for it, and make it more severe."
    )
    return "\n\n".join([NOTE, "# Notes on credibility", head, *parts]) + "\n"


def policies_page() -> str:
    """The packs of house rules that ship, clause by clause."""
    policies = [load_policy(PolicySettings(pack=name)) for name in list_packs()]
    parts = []
    for policy in policies:
        parts.append(f"## {policy.title}\n\n`{policy.id}` · version {policy.version}\n\n{policy.note}")
        parts.append("\n".join(f"- **`{c.id}`** {c.says} ({c.reference}; held by `{c.check}`)" for c in policy.clauses))
    head = inspect.cleandoc(packs.__doc__ or "").partition("\n\n")[2]
    return "\n\n".join([NOTE, "# House rules", head, *parts]) + "\n"


def outcome(one: FoundRule, example: str) -> str:
    """What the rule claims and finds in its own example, as the checker says it."""
    articles = [
        Article(id=f"a{number}", text=found["text"], source=found["source"])
        for number, found in enumerate(SNIPPET.finditer(example), start=1)
    ]
    report = check(articles, one_event=True, everything=True)
    lines = [
        f"- {article.source}: “{claim.text}” is read as `{claim.value.normalized}` ({claim.asks})"
        for article in articles
        for claim in report.claims
        if claim.article == article.id and claim.rule == one.rule.id
    ]
    findings = [finding for finding in report.findings if finding.rule == one.rule.id and len(finding.evidence) > 1]
    for finding in findings:
        why = "" if finding.why.difference in finding.message else f" ({finding.why.difference})"
        lines.append(f"- **{finding.kind.value}**: {finding.message}{why}")
    return "\n".join(["What the checker makes of it:", "", *(lines or ["- nothing"])])


def readme_page() -> str:
    """The README with the beginning of the report on the seeds in it, as far as its first finding."""
    text = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    reading = read_paths([DOCS.parent / "seeds"])
    report = check(reading.articles, skips=reading.skips, hints=reading.hints, inputs=reading.inputs)
    written = find_format("text").write(report, Options(root=str(DOCS.parent)))
    starts = [found.start() for found in FINDING.finditer(written)]
    excerpt = written[: starts[1]] if len(starts) > 1 else written
    parts = EXCERPT.split(text)
    if len(parts) != 5:
        raise ValueError("README.md has no place for the excerpt: a line <!-- excerpt --> before and behind it")
    return "".join([*parts[:2], f"\n```text\n{excerpt.strip()}\n```\n", *parts[3:]])


def grade_page() -> str:
    """How sources and information are graded, as the module that grades them says it."""
    docstring = inspect.cleandoc(grading.__doc__ or "")
    _, _, rest = docstring.partition("\n")
    return f"{NOTE}\n\n# Letters and numbers\n\n{rest.strip()}\n"


def rule_index(rules: list[FoundRule]) -> str:
    """The list of the rules."""
    rows = []
    for one in rules:
        first = inspect.cleandoc((one.module.__doc__ if one.module else "") or "").partition("\n")[0]
        name, _, what = first.rstrip(".").partition(": ")
        rows.append(
            f"| [`{one.rule.id}`]({one.rule.id}.md) | {capitalised(what or name)} | {one.rule.severity.value} |"
        )
    head = "# Rules\n\n| Rule | What it finds | Severity |\n|---|---|---|"
    return "\n".join([NOTE, "", head, *rows, ""])


def capitalised(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def command_page() -> str:
    """The help of every command, as the commands give it."""
    with checker.make_context(
        "checker", [], resilient_parsing=True, terminal_width=100, max_content_width=100
    ) as group:
        parts = [f"{NOTE}\n\n# Commands\n\n```\n{checker.get_help(group)}\n```\n"]
        for name, command in sorted(checker.commands.items()):
            with click.Context(command, info_name=name, parent=group, help_option_names=["-h", "--help"]) as context:
                parts.append(f"## checker {name}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the pages, or compare them with what is there."""
    parser = argparse.ArgumentParser(description="Write the generated pages under docs/.")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    arguments = parser.parse_args()
    wanted = {(DOCS / name).resolve(): text for name, text in pages()}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    left = [path for path in (DOCS / "rules").resolve().glob("*.md") if path not in wanted]
    for path in [*stale, *left]:
        name = path.relative_to(DOCS.parent)
        if arguments.check:
            print(f"{name} is not what the code says; run: make docs", file=sys.stderr)
        elif path in left:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
            print(f"wrote {name}")
    return 1 if arguments.check and (stale or left) else 0


if __name__ == "__main__":
    sys.exit(main())
