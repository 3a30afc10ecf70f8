"""Fit the model that links differing figures and times (checker/linking/data/fitted.toml).

    python scripts/fit_links.py --annotated TOPICS... --unannotated ARTICLES.jsonl --write FILE

``--annotated`` takes folders of events, each with its articles and a ``gold.json`` that lists every disagreement a
careful editor would want to see (benchmarks/events/README.md). ``--cases`` takes rule cases, ``--pairs`` pairs of
snippets that conflict or do not. ``--unannotated`` takes articles, an object a line, with ``cluster`` (the event),
``doc_id``, ``text``, ``title``, ``source`` and ``date_publish``; nearly all differing figures of real articles are
figures of different things, so their pairs count as unlike.

Logistic regression by Newton's method with a ridge, its weights held to the sense of their features; figures come from
cross-validation over events, eight folds.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from feature_signs import sign_of
from numpy.typing import NDArray

from checker import Article, check
from checker.cases import read_cases
from checker.config import Config
from checker.linking import match
from checker.linking.answers import join_answers
from checker.model import Claim, Relation
from checker.reading import read_paths
from checker.titled import join_title

FITTED = Config(select=("figures", "event_date"))
RIDGE = 10.0
FOLDS = 8
STATED = ("conflict", "update", "framing")
TOLD = "2030-05-16"
"""Day of publication of the snippets of a pair."""
Floats = NDArray[np.float64]


@dataclass
class Row:
    """A pair of differing claims, its features, and what is known of it: 1 one question, 0 two, None unclear."""

    event: str
    one: Claim
    other: Claim
    relation: Relation
    features: dict[str, float]
    label: int | None = 0
    question: str = ""
    answers: tuple[str, str] = ("", "")
    extra: dict[str, str] = field(default_factory=dict)


def record(articles: list[Article], event: str, **options: object) -> list[Row]:
    """The open pairs of an event, each with its features."""
    rows: list[Row] = []

    def note(claims, kept, open_pairs, opposed, weights, relatives):  # type: ignore[no-untyped-def]
        answers = join_answers([item for item in kept if item.agrees], opposed)
        for item, features in match.describe_open(claims, kept, open_pairs, opposed, weights, relatives):
            one, other = item.link.one, item.link.other
            pair = (answers.get(one.id, one.id), answers.get(other.id, other.id))
            rows.append(Row(event, one, other, item.verdict.relation, features, answers=pair))
        return iter(())

    plain, match._weigh_fitted = match._weigh_fitted, note
    try:
        check(articles, config=FITTED, **options)  # type: ignore[arg-type]
    finally:
        match._weigh_fitted = plain
    return rows


def annotated(folder: Path) -> list[Row]:
    """The rows of an annotated event, labelled by its gold."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = [
        str(p)
        for p in sorted(folder.iterdir())
        if p.name != "gold.json" and p.suffix in {".txt", ".md", ".html", ".htm", ".json"}
    ]
    read = read_paths(paths)
    files = {a.id: Path(a.path).name for a in read.articles if a.path}
    rows = record(list(read.articles), folder.name, skips=read.skips, inputs=read.inputs)
    # Claims are seen here as they are compared: in headline and text as one.
    texts = {a.id: join_title(a, read.skips.get(a.id)).article.text for a in read.articles}

    def holds(claim: Claim, needle: str) -> bool:
        at = texts[claim.article].find(needle)
        return at >= 0 and claim.span.start < at + len(needle) and at < claim.span.end

    def plain(words: str) -> str:
        return re.sub(r"\W+", " ", words).lower().strip()

    def held(claim: Claim) -> dict[tuple[str, str, int], bool]:
        found: dict[tuple[str, str, int], bool] = {}
        for question in gold["questions"]:
            for number, answer in enumerate(question["answers"]):
                for needle in answer["evidence"].get(files[claim.article], ()):
                    if holds(claim, needle):
                        key = (question["id"], question["relation"], number)
                        found[key] = found.get(key, False) or plain(claim.value.text) in plain(needle)
        return found

    for row in rows:
        ours, yours = held(row.one), held(row.other)
        for (name, relation, number), sure in ours.items():
            for (other, _, second), also in yours.items():
                if name != other:
                    continue
                if not (sure and also):
                    row.label = None if row.label == 0 else row.label
                elif number != second and relation in STATED:
                    row.label, row.question = 1, name
    return rows


def of_cases(folder: Path) -> Iterator[list[Row]]:
    """The rows of rule cases: what a case says differs is one question, and nothing else of its rule is."""
    for path in sorted(folder.glob("*.md")):
        for number, case in enumerate(read_cases(path)):
            wanted = [e.snippets for e in case.expectations if e.what in {"contradiction", "update", "framing"}]
            if not (wanted or any(e.what == "nothing" for e in case.expectations)):
                continue
            rows = [
                r
                for r in record(list(case.articles), f"case {path.stem} {number}", one_event=True)
                if r.one.rule == case.rule
            ]
            for row in rows:
                for snippets in wanted:
                    ours = {s for s in snippets if is_in(s, row.one)}
                    yours = {s for s in snippets if is_in(s, row.other)}
                    if ours and yours and ours != yours:
                        row.label, row.question = 1, " | ".join(snippets)
            yield rows


def of_pairs(path: Path) -> Iterator[list[Row]]:
    """The rows of pairs of snippets, an object a line with ``a``, ``b`` and ``relation`` (conflict or another).

    ``ea`` and ``eb`` are the words that carry the answers. Where they are not given, which claims of a pair in conflict
    are meant is not said: ``settle`` takes the likeliest.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        one = json.loads(line)
        articles = [Article(name, one[name], name.upper(), published=TOLD) for name in ("a", "b")]
        rows = record(articles, f"pair {path.stem} {number}", one_event=True)
        if one["relation"] == "conflict" and "ea" in one:
            label_pair(rows, one)
        elif one["relation"] == "conflict":
            for row in rows:
                row.label, row.question = None, "?"
        yield rows


def label_pair(rows: list[Row], pair: dict[str, str]) -> None:
    """Label the rows of a pair in conflict by the words that carry its answers."""
    for row in rows:
        meant = 0
        for claim in (row.one, row.other):
            words = pair[f"e{claim.article}"]
            at = pair[claim.article].find(words)
            near = claim.span.start < at + len(words) and at < claim.span.end
            value = claim.value.text.lower()
            meant += near + (near and value in words.lower())
        if meant == 4:
            row.label, row.question = 1, pair["why"]
        elif meant > 1:
            row.label = None


def settle(rows: list[Row], p: Floats) -> None:
    """Of each pair in conflict, take the likeliest claims for those that are meant."""
    best: dict[str, int] = {}
    for i, row in enumerate(rows):
        if row.question == "?" and (row.event not in best or p[i] > p[best[row.event]]):
            best[row.event] = i
    for i, row in enumerate(rows):
        if row.question == "?":
            row.label = 1 if best[row.event] == i else None


def is_in(snippet: str, claim: Claim) -> bool:
    """Whether a snippet and the words of a claim overlap and hold its value."""
    return claim.value.text.lower() in snippet.lower() or snippet.lower() in claim.text.lower()


def unannotated(path: Path) -> Iterator[list[Row]]:
    """The rows of the clusters of real articles."""
    clusters: dict[str, list[Article]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one.get("cluster") is not None:
            clusters[str(one["cluster"])].append(
                Article(one["doc_id"][:8], one["text"], one["source"], one["title"], one["date_publish"])
            )
    for name, articles in sorted(clusters.items()):
        # A figure that a later article has another of is news, and which of them are is not annotated.
        yield [r for r in record(articles, f"real {name}", one_event=True) if r.relation is not Relation.UPDATE]


def fit(x: Floats, y: Floats, w: Floats) -> tuple[float, Floats]:
    """Intercept and weights on the features as they are."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / spread])
    beta, ridge = np.zeros(z.shape[1]), np.eye(z.shape[1]) * RIDGE
    ridge[0, 0] = 1e-6
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ beta))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, z.T @ (w * (y - p)) - ridge @ beta)
        beta += step
        if abs(step).max() < 1e-7:
            break
    weights = beta[1:] / spread
    return float(beta[0] - weights @ mean), weights


def fit_signed(x: Floats, y: Floats, w: Floats, names: list[str]) -> tuple[float, Floats]:
    """Fit without the features that come out against their sense ("the same noun, so less likely one question").

    Half of them are left out at a time, those that weigh most first, until none is left; their weights are 0.
    """
    keep, spread = np.arange(len(names)), x.std(0)
    while True:
        intercept, weights = fit(x[:, keep], y, w)
        wrong = [i for i, k in enumerate(keep) if sign_of(names[k]) * weights[i] < 0]
        if not wrong:
            full = np.zeros(len(names))
            full[keep] = weights
            return intercept, full
        wrong.sort(key=lambda i: -abs(weights[i]) * spread[keep[i]])
        keep = np.delete(keep, wrong[: max(1, len(wrong) // 2)])


def matrix(rows: list[Row], names: list[str]) -> Floats:
    """The features of rows, in the order of names."""
    return np.array([[row.features.get(name, 0.0) for name in names] for row in rows])


def key_of(row: Row) -> tuple[str, str, str]:
    """The event and the two answers of a row, in whatever order they come."""
    one, other = sorted(row.answers)
    return row.event, one, other


def survivors(rows: list[Row], p: Floats) -> dict[tuple[str, str, str], int]:
    """By pair of answers, the row with the highest probability, if it is the best of both into the other's article."""
    best: dict[tuple[str, str, str], int] = {}
    top: dict[tuple[str, str, str], float] = defaultdict(float)
    for i, row in enumerate(rows):
        key = key_of(row)
        if key not in best or p[i] > p[best[key]]:
            best[key] = i
        for end in ((row.event, row.answers[0], row.other.article), (row.event, row.answers[1], row.one.article)):
            top[end] = max(top[end], float(p[i]))
    return {
        key: i
        for key, i in best.items()
        if p[i] >= top[rows[i].event, rows[i].answers[0], rows[i].other.article]
        and p[i] >= top[rows[i].event, rows[i].answers[1], rows[i].one.article]
    }


def describe(row: Row) -> str:
    """A row in a line."""
    values = f"{row.one.value.text} | {row.other.value.text}"
    return f"{row.event} {row.one.slot} | {values} | {row.one.text} | {row.other.text}"


def read_settled(path: Path) -> frozenset[frozenset[str]]:
    """The pairs of values of unannotated articles that were read and do conflict: they count for nothing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(frozenset(part.strip() for part in line.split("|")) for line in lines if "|" in line)


def is_settled(row: Row, settled: frozenset[frozenset[str]]) -> bool:
    """Whether a pair of unannotated articles is a conflict that was read."""
    return row.event.startswith("real ") and frozenset((row.one.value.text, row.other.value.text)) in settled


def gather(args: argparse.Namespace) -> tuple[list[Row], dict[str, str]]:
    """The rows of everything named, and by event the kind of data that it belongs to."""
    rows: list[Row] = []
    groups: dict[str, str] = {}
    for root in args.annotated:
        for folder in sorted(p for p in root.iterdir() if (p / "gold.json").exists()):
            rows += annotated(folder)
            groups[folder.name] = root.name
    if args.cases:
        for found in of_cases(args.cases):
            rows += found
            groups.update({row.event: "cases" for row in found})
    for path in args.pairs:
        for found in of_pairs(path):
            rows += found
            groups.update({row.event: "pairs" for row in found})
    if args.unannotated:
        for found in unannotated(args.unannotated):
            rows += found
    return rows, groups


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotated", type=Path, nargs="+", required=True)
    parser.add_argument("--unannotated", type=Path)
    parser.add_argument("--cases", type=Path, help="a folder of rule cases in Markdown")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="pairs of snippets, JSON lines")
    parser.add_argument("--threshold", type=float, default=0.4)
    parser.add_argument("--trust", type=float, default=0.3, help="what an unlike pair counts that nobody annotated")
    parser.add_argument("--settled", type=Path, help="conflicts of the unannotated articles: 'value | value' a line")
    parser.add_argument("--updates", type=float, default=0.15)
    parser.add_argument("--keep", type=Path, help="keep the rows here, or take them from here")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--show", type=float, help="list the wrong pairs from this probability, and the missed")
    args = parser.parse_args()
    if args.keep and args.keep.exists():
        rows, groups = pickle.loads(args.keep.read_bytes())
    else:
        rows, groups = gather(args)
        if args.keep:
            args.keep.write_bytes(pickle.dumps((rows, groups)))
    if args.pairs:
        known = [row for row in rows if row.label is not None]
        names = sorted({name for row in known for name in row.features})
        for _ in range(3):
            known = [row for row in rows if row.label is not None]
            y = np.array([float(row.label or 0) for row in known])
            intercept, weights = fit(matrix(known, names), y, np.ones(len(known)))
            settle(rows, intercept + matrix(rows, names) @ weights)
    settled = read_settled(args.settled) if args.settled else frozenset()
    rows = [row for row in rows if row.label is not None and not (settled and is_settled(row, settled))]
    seen = Counter(name for row in rows for name in row.features)
    names = sorted(name for name, n in seen.items() if n >= 10)
    x, y = matrix(rows, names), np.array([float(row.label or 0) for row in rows])
    count = Counter((row.event, row.question) for row in rows if row.label)
    trust = {"": args.trust}  # of events that nobody annotated
    w = np.array(
        [
            count[row.event, row.question] ** -0.5 if row.label else trust.get(groups.get(row.event, ""), 1.0)
            for row in rows
        ]
    )
    events = sorted({row.event for row in rows})
    fold = {event: i % FOLDS for i, event in enumerate(events)}
    folds = np.array([fold[row.event] for row in rows])
    p = np.zeros(len(rows))
    for number in range(FOLDS):
        test = folds == number
        intercept, weights = fit_signed(x[~test], y[~test], w[~test], names)
        p[test] = 1 / (1 + np.exp(-(intercept + x[test] @ weights)))
    print(f"{len(rows)} pairs, {int(y.sum())} of one question, {len(count)} questions, {len(names)} features")
    best = survivors(rows, p)
    questions: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.label:
            questions[key_of(row)].add(row.question)
    for threshold in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        line = f"{threshold:4}: "
        for name in dict.fromkeys([*groups.values(), "real"]):
            chosen = {k: i for k, i in best.items() if groups.get(k[0], "real") == name and p[i] >= threshold}
            hits = {(k[0], q) for k in chosen for q in questions[k]}
            total = len({key for key in count if groups.get(key[0]) == name})
            line += f"{name} {len(hits)}/{total}, wrong {sum(not questions[k] for k in chosen)} | "
        print(line)
    if args.show is not None:
        for key, i in sorted(best.items(), key=lambda item: -p[item[1]]):
            if p[i] >= args.show and not questions[key]:
                print(f"WRONG {p[i]:.2f} {describe(rows[i])}")
        highest: dict[tuple[str, str], int] = {}
        for i in np.argsort(-p):
            if rows[i].label:
                highest.setdefault((rows[i].event, rows[i].question), int(i))
        for i in highest.values():
            if p[i] < args.show:
                print(f"MISSED {p[i]:.2f} {rows[i].question} {describe(rows[i])}")
    intercept, weights = fit_signed(x, y, w, names)
    if args.write:
        lines = [
            "# Weights of the model that links differing figures and times: written by scripts/fit_links.py.",
            f"# Fitted on {len(rows)} pairs, {int(y.sum())} of them of one question.",
            f"intercept = {intercept:.4f}",
            f"threshold = {args.threshold}",
            f"updates = {args.updates}",
            "",
            "[weights]",
            *(f'"{name}" = {weight:.4f}' for name, weight in zip(names, weights, strict=True) if weight),
        ]
        args.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
