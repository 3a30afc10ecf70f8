"""JSON articles: IPTC ninjs, schema.org NewsArticle, or plain ``{title, source, published, url, text}``.

They come alone, in a list, or a line each. A ``text`` is used unchanged, white space included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from checker.reading.decoding import MOST_BYTES, check_length, decode
from checker.reading.drafts import Draft, NoArticleError, Problem, UnreadableError
from checker.reading.plain import describe, name_of

# Where the words of an article stand, in order of preference: plain, ninjs 1, schema.org.
_BODIES: Final = ("text", "body_text", "articleBody", "body", "content", "content_text")
_MARKUP: Final = ("body_xhtml", "body_html", "content_html", "html")

# Editors that keep an article in pieces: a list of paragraphs, or of blocks each with a heading and text.
_PIECES: Final = ("body", "content", "sections", "paragraphs", "blocks", "text")
_HEADINGS: Final = ("heading", "headline", "title", "subtitle")
_WORDS: Final = ("text", "body", "paragraphs", "content", "value", "items")
_DEEPEST: Final = 4
"""Levels of pieces inside pieces that are read."""


def read_json(data: bytes) -> list[Draft]:
    """The article of a JSON file, or the articles of a list in one.

    Raises UnreadableError where the JSON is broken, saying the line and column, and NoArticleError where it holds
    something else.
    """
    text = decode(data)
    try:
        loaded = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError(f"JSON that cannot be read: {error}") from error
    if isinstance(loaded, dict) and isinstance(loaded.get("articles"), list):
        loaded = loaded["articles"]
    if isinstance(loaded, list):
        if not loaded:
            raise NoArticleError("the list is empty")
        if not all(isinstance(one, dict) and _has_text(one) for one in loaded):
            raise NoArticleError("the list holds something else than articles with text")
        return [read_object(one) for one in loaded]
    if not isinstance(loaded, dict):
        raise NoArticleError("the JSON is not an article: an object with text is needed")
    return [read_object(loaded)]


def read_lines(lines: Iterable[bytes]) -> tuple[list[Draft], list[Problem]]:
    """The articles of a JSONL file, and the lines that hold none, each with its reason.

    Raises NoArticleError when every line is sound JSON and none of them an article: the file is of another kind.
    """
    drafts: list[Draft] = []
    problems: list[Problem] = []
    others = 0
    seen: dict[str, int] = {}
    for number, raw in enumerate(lines, start=1):
        if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            draft = _read_line(raw, number)
            if draft.id is not None and draft.id in seen:
                raise UnreadableError(f'the id "{draft.id}" is that of line {seen[draft.id]} too')
        except UnreadableError as error:
            others += isinstance(error, NoArticleError)
            problems.append(Problem(number, str(error)))
            continue
        if draft.id is not None:
            seen[draft.id] = number
        drafts.append(draft)
    if problems and others == len(problems) and not drafts:
        raise NoArticleError(f"no line of it is an article (line {problems[0].line}: {problems[0].reason})")
    return drafts, problems


def read_object(values: Mapping[str, Any], line: int | None = None) -> Draft:
    """The article that a JSON object describes.

    Raises NoArticleError when it has no text, UnreadableError when the text is empty or too long.
    """
    values = _article_in(values)
    text = _text(values)
    if text is None:
        raise NoArticleError(f"no article: none of {', '.join(_BODIES[:4])} holds text")
    return describe(check_length(text), {**values, **_named(values)}, line=line)


def _read_line(raw: bytes, number: int) -> Draft:
    if len(raw) > MOST_BYTES:
        raise UnreadableError(f"the line has more than {MOST_BYTES / 1e6:.0f} MB")
    try:
        values = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the line is not UTF-8 (byte {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not valid JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError(f"JSON that cannot be read: {error}") from error
    if not isinstance(values, dict):
        raise UnreadableError("the line is not an object")
    return read_object(values, number)


def _article_in(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The article of a schema.org graph; the object itself otherwise."""
    graph = values.get("@graph")
    if isinstance(graph, list):
        return next((one for one in graph if isinstance(one, dict) and _has_text(one)), values)
    return values


def _has_text(values: Mapping[str, Any]) -> bool:
    return (
        any(isinstance(values.get(key), str) for key in (*_BODIES, *_MARKUP))
        or isinstance(values.get("bodies"), list)
        or bool(_pieces(values))
    )


def _pieces(values: Mapping[str, Any]) -> str:
    """The text of an article kept in pieces, paragraphs apart by an empty line; empty where it is not."""
    for key in _PIECES:
        if isinstance(values.get(key), list):
            text = "\n\n".join(_piece(values[key], _DEEPEST))
            if text:
                return text
    return ""


def _piece(value: object, depth: int) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if depth == 0:
        return []
    if isinstance(value, list):
        return [text for one in value for text in _piece(one, depth - 1)]
    if isinstance(value, Mapping):
        heading = next((value[key] for key in _HEADINGS if isinstance(value.get(key), str)), "")
        words = next((value[key] for key in _WORDS if isinstance(value.get(key), str | list)), "")
        texts = _piece(words, depth - 1)
        return [heading, *texts] if heading.strip() and texts else texts
    return []


def _text(values: Mapping[str, Any]) -> str | None:
    for key in _BODIES:
        if isinstance(values.get(key), str):
            return str(values[key])
    # ninjs 2 and 3: [{"role": "main", "contenttype": "text/plain", "value": "..."}]
    bodies = [one for one in values.get("bodies") or () if isinstance(one, dict) and isinstance(one.get("value"), str)]
    plain = [one for one in bodies if "html" not in str(one.get("contenttype") or one.get("contentType") or "")]
    if plain:
        return str(plain[0]["value"])
    markup = next((values[key] for key in _MARKUP if isinstance(values.get(key), str)), None)
    markup = markup or next((one["value"] for one in bodies), None)
    if markup is None:
        return _pieces(values) or None
    from checker.reading.pages import strip_markup

    return strip_markup(str(markup))


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    """What ninjs and schema.org give under names or shapes of their own, under the plain keys."""
    ninjs = {
        "title": values.get("headline") or _first(values.get("headlines")),
        "published": values.get("versioncreated") or values.get("versionCreated") or values.get("firstcreated"),
        "source": values.get("infosources") or values.get("infoSources") or values.get("copyrightholder"),
        "authors": values.get("byline") or _first(values.get("bylines")),
    }
    page = values.get("mainEntityOfPage")
    url = page if isinstance(page, str) else page.get("@id") if isinstance(page, Mapping) else None
    uri = values.get("uri")
    if url is None and isinstance(uri, str) and uri.startswith(("http:", "https:")):
        url = uri
    found = {key: value for key, value in {**ninjs, "url": url}.items() if value}
    # The plain keys, where they are there, say more than the formats' own.
    return {key: value for key, value in found.items() if not (key in values and name_of(values[key]))}


def _first(values: object) -> str | None:
    """Versions 2 and 3 of ninjs give headlines and bylines as [{"role": "main", "value": "..."}]."""
    if isinstance(values, list) and values and isinstance(values[0], Mapping):
        value = values[0].get("value")
        return value if isinstance(value, str) else None
    return None
