"""Parse with a transition parser of spaCy's (or its recogniser of names) step by step, all texts at once.

spaCy's own loop lets go of the interpreter's lock and takes it back several times for each word, which costs as much as
the parsing itself. The steps here are those that spaCy takes in training: the same parser, kept in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

STEPWISE = "checker_stepwise"
"""The name under which spaCy finds the component that stands in for its parser and its recogniser of names."""


class Stepwise:
    """A component that parses as the spaCy parser given to it would; that parser keeps what has been learned.

    ``parser`` is a ``spacy.pipeline.transition_parser.Parser`` that follows the best transition alone (no beam).
    """

    parser: Any

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def model(self) -> Any:
        """What the parser has learned (a ``thinc.api.Model``)."""
        return self.parser.model

    def __call__(self, doc: Doc) -> Doc:
        """The text, parsed."""
        self._parse([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """The same for many texts, ``batch_size`` at once."""
        every = iter(docs)
        while batch := list(islice(every, batch_size)):
            self._parse(batch)
            yield from batch

    def _parse(self, docs: Sequence[Doc]) -> None:
        states = self.parser.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            model = self.parser.model.predict(docs)
            learned = self.parser.model.attrs
            plain = learned["has_upper"] and not learned["unseen_classes"]
            while unfinished:
                # Each step scores few texts: what a model does besides (for classes that it has not seen) counts.
                scores = (
                    model.vec2scores.predict(model.state2vec.predict(model.get_token_ids(unfinished)))
                    if plain
                    else model.predict(unfinished)
                )
                unfinished = self.parser.transition_states(unfinished, scores)
            # The model of these steps refers to itself, and would keep its large arrays until cycles are looked for.
            model.clear_memory()
            model.init = None
        self.parser.set_annotations(docs, states)


def _make_stepwise(nlp: Language, name: str) -> Stepwise:  # noqa: ARG001 - what spaCy calls a factory with
    return Stepwise(name)


def parse_stepwise(nlp: Language, name: str) -> None:
    """Have the parser (or recogniser of names) of that name in a pipeline parse step by step.

    It is left as it is when it keeps several readings in view (a beam).
    """
    from spacy.language import Language

    parser: Any = nlp.get_pipe(name)
    if parser.cfg["beam_width"] != 1:
        return
    Language.factory(STEPWISE, func=_make_stepwise)
    stepwise: Any = nlp.replace_pipe(name, STEPWISE)
    stepwise.parser = parser
