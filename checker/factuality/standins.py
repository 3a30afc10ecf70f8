"""Stand-ins: those for whom somebody else did it, who were therefore away themselves.

"Accepted on behalf of the novelist by her publisher", "her producer collected the trophy in her place".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from checker.model import Document, MentionKind, Sentence, Span, Token

Standin = tuple[Sentence, Span, str, str]
"""A sentence, the words that say so, the entity of the one who was away, and their name."""


def read_standins(document: Document, taking: Collection[str]) -> Iterator[Standin]:
    """Whom somebody else stood in for, ``taking`` being lemmas of what is done on a stage."""
    for sentence in document.sentences:
        text = sentence.text.lower()
        tokens = document.sentence_tokens(sentence)
        yield from _instead(document, sentence, tokens, taking)
        if "behalf of" not in text and "in place of" not in text:
            continue
        for at, token in enumerate(tokens[:-2]):
            if token.text.lower() not in {"behalf", "place"} or tokens[at + 1].text.lower() != "of":
                continue
            ahead = Span(tokens[at + 2].span.start, tokens[min(len(tokens) - 1, at + 8)].span.end)
            for mention in document.mentions_in(ahead, MentionKind.PERSON)[:1]:
                if mention.entity is not None and mention.text.lower() not in {"his", "her", "he", "she"}:
                    entity = document.entities.get(mention.entity)
                    name = entity.name if entity is not None else mention.text
                    span = Span(token.span.start, mention.span.end)
                    yield sentence, span, mention.entity, name


def _instead(
    document: Document, sentence: Sentence, tokens: Sequence[Token], taking: Collection[str]
) -> Iterator[Standin]:
    """Whom somebody else did it for: "her producer collected the trophy in her place", "accepted on his behalf"."""
    texts = [t.text.lower() for t in tokens]
    for at, text in enumerate(texts):
        led = (text in {"place", "stead"} and texts[at - 2 : at - 1] == ["in"]) or (
            text == "behalf" and texts[at - 2 : at - 1] == ["on"]
        )
        if not led or at < 3 or texts[at - 1] not in {"his", "her"}:
            continue
        acts = [t for t in tokens[:at] if t.lemma.lower() in taking and t.tag in {"VBD", "VBN", "VBZ"}]
        if not acts or {"not", "n't", "never", "would", "could"} & {*texts[:at]}:
            continue
        for mention in document.mentions_touching(tokens[at - 1].span):
            entity = document.entities.get(mention.entity or "")
            if entity is not None and mention.entity is not None and entity.kind is MentionKind.PERSON:
                span = Span(acts[-1].span.start, tokens[at].span.end)
                yield sentence, span, mention.entity, entity.name
