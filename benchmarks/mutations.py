"""How often a changed word in a copy is caught, and how often an unchanged or reworded copy is blamed.

    python benchmarks/mutations.py                      # on invented articles
    python benchmarks/mutations.py ARTICLES... [--each 3] [--enough 60] [--kinds date,number] [--show]

Every article is copied, one date, number, share, sum, name, negation or antonym of the copy is changed, and the copy is
checked against its original. Caught is a difference whose words in the copy overlap the change; how many of them are
contradictions is told beside it. Then each copy is checked unchanged and reworded (other number formats; outside
quotations "stated" for "said" and the like): any difference is a false reaction.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from invented import write_articles

from checker import Article, check, extract
from checker.memory import Memory
from checker.model import Finding, Kind, Mention, MentionKind
from checker.reading import read_paths

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|have|had|will|would|can|could|did|does|do|should|must)\b( not\b)?(?!['’]t\b)"
)
OPPOSITES = (
    ("rose", "fell"),
    ("increased", "decreased"),
    ("won", "lost"),
    ("approved", "rejected"),
    ("accepted", "refused"),
    ("higher", "lower"),
    ("more", "fewer"),
    ("before", "after"),
    ("opened", "closed"),
    ("began", "ended"),
    ("arrived", "left"),
    ("confirmed", "denied"),
    ("supported", "opposed"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("north", "south"),
    ("east", "west"),
    ("largest", "smallest"),
    ("first", "last"),
    ("strong", "weak"),
    ("public", "private"),
    ("raised", "cut"),
    ("joined", "left"),
    ("legal", "illegal"),
    ("increase", "decrease"),
    ("best", "worst"),
    ("early", "late"),
    ("buy", "sell"),
    ("up", "down"),
    ("inside", "outside"),
)
WRITTEN = (
    (re.compile(r"\bper cent\b|\bpercent\b"), "%"),
    (re.compile(r"\b(\d),(\d{3})\b"), r"\1\2"),
    (re.compile(r"\b(January|March|April|June|July|August|September|October) (\d{1,2})\b(?!,)"), r"\2 \1"),
)
"""Other ways to write the same, which a desk's style asks of quotations too."""

REWORDED = (
    (re.compile(r"\bsaid\b"), "stated"),
    (re.compile(r"\bbig\b"), "large"),
    (re.compile(r"\bHowever, "), "Still, "),
    (re.compile(r"\bstarted\b"), "began"),
    (re.compile(r"\bmore than (\d)"), r"over \1"),
    (re.compile(r"\bdid not\b"), "didn't"),
    (re.compile(r"\bwas not\b"), "wasn't"),
)
"""Other words of the same sense. What somebody said is spared: who gives it in other words misquotes."""

QUOTED = re.compile(r"([“\"][^“”\"\n]*[”\"]?|(?<!\w)[‘'][^\n]*?[’'](?!\w))")
"""Words between quotation marks; up to the end of the paragraph where they are not closed."""

DIFFERENCES = (Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE)
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Change:
    """A copy of an article with a change of some kind: what stood at ``start`` and what stands there now."""

    article: Article
    kind: str
    start: int
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where the changed words end in the copy."""
        return self.start + len(self.after)


def swap(article: Article, kind: str, start: int, before: str, after: str) -> Change:
    """The copy with the words at a place replaced."""
    text = article.text[:start] + after + article.text[start + len(before) :]
    return Change(replace(article, id=f"{article.id}-copy", text=text), kind, start, before, after)


def other_figure(text: str, random: Random) -> str | None:
    """A figure's words with two digits exchanged or one changed, or another small number word."""
    runs = list(DIGITS.finditer(text))
    if not runs:
        word = next((w for w in SMALL if re.search(rf"\b{w}\b", text.lower())), None)
        if word is None:
            return None
        return re.sub(rf"\b{word}\b", random.choice([w for w in SMALL if w != word]), text.lower(), count=1)
    run = random.choice(runs)
    digits = list(run.group())
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and not (i == 0 and digits[1] == "0")]
    if places and random.random() < 0.5:
        i = random.choice(places)
        digits[i], digits[i + 1] = digits[i + 1], digits[i]
    else:
        choices = [d for d in "123456789" if d != digits[0]]
        digits[0] = random.choice(choices)
    return text[: run.start()] + "".join(digits) + text[run.end() :]


def other_date(text: str, random: Random) -> str | None:
    """A date's words with another weekday, day of the month, month or year."""
    for names in (WEEKDAYS, MONTHS):
        found = next((n for n in names if re.search(rf"\b{n}\b", text)), None)
        if found and not (names is MONTHS and DIGITS.search(text)):
            return text.replace(found, random.choice([n for n in names if n != found]), 1)
    day = re.search(r"\b([12]?\d|3[01])\b", text)
    if day:
        return (
            text[: day.start()]
            + str(random.choice([d for d in range(1, 28) if str(d) != day.group()]))
            + text[day.end() :]
        )
    year = re.search(r"\b(19|20)\d\d\b", text)
    if year:
        return text.replace(year.group(), str(int(year.group()) + random.choice((-3, -2, -1, 1, 2, 3))), 1)
    return None


def of_mentions(*kinds: MentionKind) -> Callable[[Article, list[Mention], Random], Iterator[Change]]:
    """Changes of mentions of some kinds."""
    name = kinds[0].value

    def changes(article: Article, mentions: list[Mention], random: Random) -> Iterator[Change]:
        new = other_date if name == "date" else other_figure
        for mention in random.sample(mentions, len(mentions)):
            if mention.kind in kinds:
                after = new(mention.text, random)
                if after is not None and after != mention.text:
                    yield swap(article, name, mention.span.start, mention.text, after)

    return changes


def of_names(article: Article, mentions: list[Mention], random: Random) -> Iterator[Change]:
    """A name exchanged for another of its kind in the same article."""
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
    names = [m for m in mentions if m.kind in kinds and m.text[:1].isupper()]
    for mention in random.sample(names, len(names)):
        others = sorted(
            {m.text for m in names if m.kind is mention.kind and not set(m.text.split()) & set(mention.text.split())}
        )
        if others:
            yield swap(article, "name", mention.span.start, mention.text, random.choice(others))


def of_negation(article: Article, mentions: list[Mention], random: Random) -> Iterator[Change]:
    """A "not" put in after an auxiliary, or taken out."""
    del mentions
    found = list(AUXILIARY.finditer(article.text))
    for match in random.sample(found, len(found)):
        verb, no = match.group(1), match.group(2)
        if no and verb in {"did", "does", "do"}:
            continue
        if not no and verb in {"did", "does", "do"}:
            continue
        yield swap(article, "negation", match.start(), match.group(), verb if no else f"{verb} not")


def of_antonyms(article: Article, mentions: list[Mention], random: Random) -> Iterator[Change]:
    """A word exchanged for its opposite."""
    del mentions
    pairs = dict(OPPOSITES) | {b: a for a, b in OPPOSITES}
    found = [m for m in re.finditer(r"\b[a-z]+\b", article.text) if m.group() in pairs]
    for match in random.sample(found, len(found)):
        yield swap(article, "antonym", match.start(), match.group(), pairs[match.group()])


KINDS: dict[str, Callable[[Article, list[Mention], Random], Iterator[Change]]] = {
    "date": of_mentions(MentionKind.DATE),
    "number": of_mentions(MentionKind.NUMBER),
    "percent": of_mentions(MentionKind.PERCENT),
    "money": of_mentions(MentionKind.MONEY),
    "name": of_names,
    "negation": of_negation,
    "antonym": of_antonyms,
}


def reword(article: Article) -> Article:
    """The copy in other words of the same sense."""
    text = article.text
    for pattern, words in WRITTEN:
        text = pattern.sub(words, text)
    parts = QUOTED.split(text)  # every second one is quoted
    for pattern, words in REWORDED:
        parts[::2] = [pattern.sub(words, part) for part in parts[::2]]
    return replace(article, id=f"{article.id}-copy", text="".join(parts))


def reacts(
    copy: Article, original: Article, change: Change | None = None, memory: Memory | None = None
) -> list[Finding]:
    """The differences shown between a copy and its original (those that cite the changed words), contradictions first.

    Contradictions, framing differences and updates are what a check shows unless it is told otherwise.
    """
    report = check([original, copy], one_event=True, memory=memory)
    found = [
        f
        for f in report.findings
        if f.kind in DIFFERENCES
        and (
            change is None
            or any(e.article == copy.id and e.start < change.end and change.start < e.end for e in f.evidence)
        )
    ]
    return sorted(found, key=lambda f: DIFFERENCES.index(f.kind))


def read(paths: list[str]) -> list[Article]:
    """The articles of files and folders; of a JSON-lines file also with ``doc_id`` and ``date_publish``."""
    if not paths:
        return write_articles(12, 3)
    articles: list[Article] = []
    for path in paths:
        if path.endswith(".jsonl"):
            for line in Path(path).read_text(encoding="utf-8").splitlines():
                one = json.loads(line)
                name = one.get("id") or one["doc_id"]
                articles.append(
                    Article(name, one["text"], one.get("source"), one.get("title"), one.get("date_publish"))
                )
        else:
            articles.extend(read_paths([path]).articles)
    return articles


def main() -> None:
    """Change, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--each", type=int, default=1, help="changes of each kind in each article")
    parser.add_argument("--most", type=int, default=60, help="articles at most, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--enough", type=int, default=10_000, help="changes of a kind after which no more are tried")
    parser.add_argument("--kinds", default=",".join(KINDS), help="the kinds of change that are tried")
    parser.add_argument("--show", action="store_true", help="print what was missed and what was blamed")
    args = parser.parse_args()
    if unknown := set(args.kinds.split(",")) - KINDS.keys():
        parser.error(f"no kinds of change: {', '.join(sorted(unknown))}")
    wanted = {kind: KINDS[kind] for kind in args.kinds.split(",")}
    random = Random(args.seed)
    articles = read(args.paths)
    if len(articles) > args.most:
        articles = random.sample(articles, args.most)
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    firm: Counter[str] = Counter()
    blamed: Counter[str] = Counter()
    began = time.perf_counter()
    for article in articles:
        if all(tried[kind] >= args.enough for kind in wanted):
            break
        mentions = list(extract(article).mentions)
        memory = Memory(4)  # the original is analysed once
        for kind, changes in wanted.items():
            left = min(args.each, args.enough - tried[kind])
            for _, change in zip(range(left), changes(article, mentions, random), strict=False):
                tried[kind] += 1
                found = reacts(change.article, article, change, memory)
                caught[kind] += bool(found)
                firm[kind] += bool(found) and found[0].kind is Kind.CONTRADICTION
                if args.show and not found:
                    around = change.article.text[max(0, change.start - 80) : change.end + 60].replace("\n", " ")
                    print(f"MISSED {kind}: {change.before!r} -> {change.after!r} | {around}")
        for name, copy in (("unchanged", replace(article, id=f"{article.id}-copy")), ("reworded", reword(article))):
            tried[name] += 1
            found = reacts(copy, article, memory=memory)
            blamed[name] += bool(found)
            if args.show and found:
                print(f"BLAMED {name}: {found[0].kind} {found[0].rule}: {found[0].message}")
    print(f"{tried['unchanged']} articles, {time.perf_counter() - began:.0f} s")
    for kind in KINDS:
        if tried[kind]:
            share, sure = caught[kind] / tried[kind], firm[kind] / tried[kind]
            print(f"{kind:10} caught {caught[kind]:4} of {tried[kind]:4}  {share:.2f}, as contradictions {sure:.2f}")
    for name in ("unchanged", "reworded"):
        print(f"{name:10} blamed {blamed[name]:4} of {tried[name]:4}  {blamed[name] / max(1, tried[name]):.2f}")


if __name__ == "__main__":
    main()
