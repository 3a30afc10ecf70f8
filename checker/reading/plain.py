"""Text and Markdown files: the article is the whole decoded text, front matter included and marked to be skipped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from checker.model import Span
from checker.reading.dated import read_given
from checker.reading.decoding import check_length, decode
from checker.reading.drafts import Draft, UnreadableError

# YAML between two lines of three dashes at the very start (Jekyll's convention). "---\ntitle: A headline\n---\n"
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\r?\n(?P<yaml>(?:.*\r?\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
# Keys under which front matter and plain JSON give what is known of an article; the first that is there counts.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site_name", "site", "publication", "newspaper"),
    "published": (
        "published",
        "date",
        "date_published",
        "datePublished",
        "published_at",
        "publishedAt",
        "publish_date",
        "date_publish",
        "pubdate",
        "pubDate",
    ),
    "url": ("url", "link", "canonical_url", "permalink"),
    "authors": ("authors", "author", "byline", "creator"),
}


def read_text(data: bytes) -> list[Draft]:
    """A text file as one article. Raises UnreadableError as ``decode`` does."""
    return [Draft(check_length(decode(data)))]


def read_markdown(data: bytes) -> list[Draft]:
    """A Markdown file as one article, with what its front matter says. Raises UnreadableError as ``decode`` does."""
    text = check_length(decode(data))
    found = _FRONT_MATTER.match(text) if text.startswith("---") else None
    if found is None:
        return [Draft(text)]
    skip = Span(0, found.end())
    if not text[found.end() :].strip():
        raise UnreadableError("the file holds front matter and no article")
    import yaml

    try:
        # Plain strings throughout: the zone and the precision of a date stay as they were written.
        values = yaml.load(found["yaml"], Loader=yaml.BaseLoader)  # noqa: S506, RUF100
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        return [Draft(text, skip=skip, note=f"the front matter is not valid YAML{line} and was ignored")]
    if not isinstance(values, dict):
        return [Draft(text, skip=skip)]
    return [describe(text, values, skip=skip)]


def describe(text: str, values: Mapping[str, Any], *, skip: Span | None = None, line: int | None = None) -> Draft:
    """A draft with what the values say under the usual keys; a date that cannot be read is noted, not guessed."""
    given = {field: next((values[key] for key in keys if values.get(key)), None) for field, keys in KEYS.items()}
    identity = values.get("id")
    published = read_given(given["published"])
    note = None
    if given["published"] and published is None:
        note = f"its day of publication cannot be read: {str(given['published'])[:60]!r}"
    return Draft(
        text,
        id=str(identity) if isinstance(identity, str | int) and str(identity).strip() else None,
        title=name_of(given["title"]),
        source=name_of(given["source"]),
        published=published,
        url=name_of(given["url"]),
        authors=names_of(given["authors"]),
        skip=skip,
        line=line,
        note=note,
    )


def name_of(value: object) -> str | None:
    """A name given as text, or as an object with a ``name`` (or the first of several); None for anything else."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, Mapping):
        return name_of(value.get("name") or value.get("@id"))
    if isinstance(value, list | tuple):
        return next(filter(None, map(name_of, value)), None)
    return None


def names_of(value: object) -> tuple[str, ...]:
    """Author names given as text ("By Ann Lee and Bo Roe"), as objects with a ``name``, or as a list of either."""
    if isinstance(value, list | tuple):
        return tuple(name for one in value for name in names_of(one))
    name = name_of(value)
    if name is None:
        return ()
    name = re.sub(r"^by:?\s", "", name, flags=re.IGNORECASE)
    return tuple(part.strip() for part in re.split(r"\s(?:and|&)\s|;\s?", name) if part.strip())
