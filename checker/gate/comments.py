"""Comments in an article that silence findings in it, each with a reason.

    <!-- checker: ignore-next[figures] -- the ministry counts the crew too -->     the paragraph that follows
    <!-- checker: ignore-file[tone, wording] -- an opinion column -->              the whole article

Without rules in brackets it is all of them. In Markdown and plain text the article's text is the file's text. A page's
comments are read in its source; the paragraph behind one is found again, by its words, in the text taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from checker.config import suggest
from checker.gate.following import find_behind
from checker.gate.places import LINE_END
from checker.gate.pointing import point
from checker.model import Article, Place, Span
from checker.text.comments import CLOSE, OPEN, find_comments

MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text"}) | MARKDOWN
PAGES = frozenset({".html", ".htm", ".xhtml"})

# What a comment for the checker begins with. Example: "checker: ignore-next[figures] -- agreed".
MARK = re.compile(r"\s*checker:\s*")

# A verb, the rules it is for, and the reason. Example: "ignore-next[figures, place] -- the ministry says so".
DIRECTIVE = re.compile(
    r"(?P<verb>[\w-]{0,40})\s*(?:\[(?P<rules>[^\[\]]{0,400})\])?\s*(?:--\s*(?P<reason>.*\S))?\s*", re.S
)

EMPTY_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")

NEXT, WHOLE = "ignore-next", "ignore-file"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment for the checker: where it stands, and which findings of which article it silences.

    ``rules`` None is all rules. ``covers`` is the range of the article's text that it is for, None where ``whole`` says
    that it is for all of it, headline included, or where nothing follows. ``flaw`` says why it cannot be used.
    """

    article: str
    place: Place
    rules: frozenset[str] | None
    reason: str
    whole: bool
    covers: Span | None
    flaw: str = ""

    def silences(self, rule: str, place: Place) -> bool:
        """Whether it is for a finding of that rule at that place."""
        if place.article != self.article or not (self.rules is None or rule in self.rules):
            return False
        if self.whole:
            return True
        return (
            self.covers is not None
            and place.field == "text"
            and self.covers.overlaps(Span(place.start, max(place.end, place.start + 1)))
        )


def read_comments(
    articles: Iterable[Article],
    *,
    known: Iterable[str],
    root: str,
    sources: Mapping[str, bytes] | None = None,
    skips: Mapping[str, Span] | None = None,
) -> tuple[Comment, ...]:
    """The comments for the checker in articles, in their order.

    ``known`` are the names of rules there are; paths are shown from ``root``; ``sources`` gives, by article, the bytes
    of pages that are in no file; ``skips`` the front matter. A page that is in neither has no comments. Raises OSError
    when a page's file can no longer be read.
    """
    names = frozenset(known)
    found: list[Comment] = []
    for article in articles:
        suffix = PurePath(article.path or "").suffix.lower()
        if suffix in PAGES:
            found.extend(_in_page(article, (sources or {}).get(article.id), names, root))
        elif suffix in TEXT or article.path in (None, "-"):
            found.extend(_in_text(article, names, root, (skips or {}).get(article.id)))
    return tuple(found)


def _in_text(article: Article, known: frozenset[str], root: str, skip: Span | None) -> Iterable[Comment]:
    if OPEN not in article.text:
        return
    from checker.text.layout import lay_out

    blocks: Sequence[Span] | None = None
    for span in find_comments(article.text):
        comment = _parse(article, article.text, span, known, root)
        if comment is not None:
            if blocks is None:
                blocks = [block.span for block in lay_out(article.text, title=article.title, skip=skip)]
            yield comment if comment.whole else replace(comment, covers=_behind(article, span, blocks))


def _behind(article: Article, comment: Span, blocks: Sequence[Span]) -> Span | None:
    """The paragraph behind a comment, or the rest of the one that it stands in; of a table the whole row.

    In Markdown an empty line ends it; in plain text, which may have none, the layout says where it does.
    """
    text = article.text
    block = next((block for block in blocks if block.end > comment.end), None)
    if block is None:
        return None
    start = max(block.start, comment.end)
    if PurePath(article.path or "").suffix.lower() in MARKDOWN:
        end = EMPTY_LINE.search(text, start)
    else:
        end = LINE_END.search(text, max(start, block.end))
    return Span(start, end.start() if end else len(text))


def _in_page(article: Article, source: bytes | None, known: frozenset[str], root: str) -> Iterable[Comment]:
    from checker.reading.decoding import decode

    if source is None:
        path = Path(article.path or "")
        if not path.is_file():
            return
        source = path.read_bytes()
    if b"checker:" not in source and not source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    page = decode(source, markup=True)
    for span in find_comments(page):
        comment = _parse(article, page, span, known, root)
        if comment is not None:
            yield comment if comment.whole else replace(comment, covers=find_behind(page, span, article.text))


def _parse(article: Article, text: str, span: Span, known: frozenset[str], root: str) -> Comment | None:
    """A comment for the checker, without what it covers; None for any other comment."""
    inside = text[span.start + len(OPEN) : span.end - len(CLOSE)]
    mark = MARK.match(inside)
    if mark is None:
        return None
    place = point(
        text, span, path=article.path or article.id, root=root, article=article.id, source=article.source or ""
    )
    if article.path in (None, "-"):
        place = replace(place, path="<stdin>" if article.path else article.id, uri=article.id)
    words = DIRECTIVE.fullmatch(inside, mark.end())
    flaw = _refuse(words, inside[mark.end() :])
    if words is None or flaw:
        return Comment(article.id, place, None, "", False, None, flaw)
    reason = " ".join((words["reason"] or "").split())
    rules = None if words["rules"] is None else frozenset(filter(None, map(str.strip, words["rules"].split(","))))
    unknown = sorted((rules or frozenset()) - known)
    flaw = f'there is no rule "{unknown[0]}"{suggest(unknown[0], known)}' if unknown else ""
    if rules is not None and not rules:
        flaw = "no rule is named between the brackets"
    return Comment(article.id, place, rules, reason, words["verb"] == WHOLE, None, flaw)


def _refuse(words: re.Match[str] | None, said: str) -> str:
    """Why what stands behind the mark is no comment that can be used; empty when it is one."""
    verb = words["verb"] if words is not None else said.split("[")[0].split("--")[0].strip()
    if verb not in (NEXT, WHOLE):
        head = verb.split()[0] if verb.split() else ""
        if head in (NEXT, WHOLE):
            return f"what follows {head} is not [rules] -- reason"
        return f'"{verb}" is not {NEXT} or {WHOLE}{suggest(verb, (NEXT, WHOLE))}'
    return "" if words is not None else f"what follows {verb} is not [rules] -- reason"
