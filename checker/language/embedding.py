"""Work out the vectors that the parser and the recogniser of names start from, in as few operations as they need.

A layer of the pipeline (``spacy.Tok2Vec.v2`` of ``spacy.MultiHashEmbed.v2`` and ``spacy.MaxoutWindowEncoder.v2``, see
https://spacy.io/api/architectures) is read out and computed with plain array operations. A word that texts have several
times is embedded once, and of the rows of zeros around each text only those are computed that its words still see.
The vectors are those that spaCy computes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import as_strided
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats: TypeAlias = NDArray[np.float32]

TINY = np.float32(1e-08)
"""What is added to a variance before it is divided by the root of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of vectors that the hashed values of one attribute of a word are looked up in, several for each value.

    ``vectors`` has a row for each place, ``column`` is that of the attribute among those that are read.
    """

    vectors: Floats
    seed: int
    column: int


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: the largest of several linear functions for each output ("maxout"), brought to one mean and variance.

    ``weights`` has a row for each input; its columns, as ``bias``, are those of the first functions of all outputs,
    then of the second ones, and so on. ``gain`` and ``shift`` have one number for each output.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def apply(self, inputs: Floats) -> Floats:
        """A row of outputs for each row of inputs."""
        width = len(self.gain)
        pieces: Floats = inputs @ self.weights
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for at in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, at : at + width], out=best)
        best -= np.add.reduce(best, 1, keepdims=True) / np.float32(width)
        variance = np.add.reduce(best * best, 1, keepdims=True) / np.float32(width)
        best *= (variance + TINY) ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Embedding:
    """The layers of a ``spacy.Tok2Vec.v2``: ``attributes`` of words, looked up, mixed and seen in their context."""

    attributes: list[str | int]
    tables: Sequence[Table]
    mixing: Layer
    context: Sequence[Layer]
    hash: Callable[[NDArray[np.uint64], int], NDArray[np.uint64]]
    add_up: Callable[[Floats, NDArray[np.uint64]], Floats]

    def embed(self, docs: Sequence[Doc]) -> list[Floats]:
        """For each text an array with a row for each of its tokens."""
        numbers: dict[tuple[int, ...], int] = {}
        every = [
            [numbers.setdefault(values, len(numbers)) for values in map(tuple, doc.to_array(self.attributes).tolist())]
            for doc in docs
        ]
        if not numbers:
            return [np.zeros((0, len(self.mixing.gain)), dtype="f") for _ in docs]
        words = self._mix(np.array(list(numbers), dtype="uint64"))
        reach = len(self.context)
        starts, end = [], reach
        for one in every:
            starts.append(end)
            end += len(one) + 2 * reach - 1
        found = np.zeros((end + 1, words.shape[1]), dtype="f")
        for start, one in zip(starts, every, strict=True):
            found[start : start + len(one)] = words[one]
        # Each row with the one before and the one behind it, without a copy: rows lie one behind the other.
        windows = as_strided(found, (len(found) - 2, 3 * words.shape[1]), found.strides, writeable=False)
        for number, layer in enumerate(self.context, 1):
            # The words of a text see no further than the layers still to come: outside that, rows are not needed.
            seen = reach - number
            rows = np.concatenate(
                [np.arange(start - seen, start + len(one) + seen) for start, one in zip(starts, every, strict=True)]
            )
            found[rows] += layer.apply(windows[rows - 1])
        return [found[start : start + len(one)] for start, one in zip(starts, every, strict=True)]

    def _mix(self, values: NDArray[np.uint64]) -> Floats:
        """The vectors of words by themselves, from a row of attributes for each."""
        parts = []
        for table in self.tables:
            places = self.hash(np.ascontiguousarray(values[:, table.column]), table.seed) % len(table.vectors)
            parts.append(self.add_up(table.vectors, places))
        return self.mixing.apply(np.concatenate(parts, axis=1))


def _nodes(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    return [node for node in model.walk() if node.name == name]


def _read_layers(model: Model[Any, Any]) -> list[Layer]:
    layers = []
    for maxout, norm in zip(_nodes(model, "maxout"), _nodes(model, "layernorm"), strict=True):
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        inputs = weights.shape[-1]
        pieces = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs))
        layers.append(Layer(pieces.T, bias.T.flatten(), norm.get_param("G"), norm.get_param("b")))  # type: ignore[arg-type]
    return layers


def read_embedding(model: Model[Any, Any]) -> Embedding:
    """What a ``spacy.Tok2Vec.v2`` of the two layers named above has learned.

    Its window is of one word to each side. Raises KeyError for a model that is put together otherwise.
    """
    embed, encode = model.get_ref("embed"), model.get_ref("encode")
    tables = [
        Table(node.get_param("E"), node.attrs["seed"], node.attrs["column"])  # type: ignore[arg-type]
        for node in _nodes(embed, "hashembed")
    ]
    (mixing,) = _read_layers(embed)
    (columns,) = (node.attrs["columns"] for node in _nodes(embed, "extract_features"))
    ops: Any = model.ops
    return Embedding(list(columns), tables, mixing, _read_layers(encode), ops.hash, ops.gather_add)


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Callable[..., Any]]:
    if is_train:
        raise ValueError("these vectors cannot be trained: take the pipeline as spaCy loads it")
    embedding: Embedding = model.attrs["embedding"]
    return embedding.embed(docs), list


def embed_directly(model: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives the vectors of a ``spacy.Tok2Vec.v2`` and can take its place, for reading alone."""
    width = model.get_dim("nO")
    return Model("embedding", _forward, dims={"nO": width}, attrs={"embedding": read_embedding(model)})
