"""The index finds the events that grouping the whole archive gives, and reads no article but those."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from checker.gate.archive import find_related
from checker.gate.entries import list_keys, pack_keys, unpack_keys
from checker.gate.scanning import Shelf, Slot, scan_archive
from checker.linking.signatures import read_terms
from checker.model import Article
from checker.reading import Reading, read_paths

SYLLABLES = "ba be bi bo da de di do ga ge gi go ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro".split()
PLAIN = "people said the bridge was closed after officials ordered a review of the plan and the cost".split()


def write_archive(folder: Path, events: int, seed: int) -> None:
    """Articles of events that share names, some with those of another event too."""
    random = Random(seed)

    def name() -> str:
        return "".join(random.choices(SYLLABLES, k=3)).capitalize()

    folder.mkdir()
    shared = [name() for _ in range(8)]
    for event in range(events):
        names = [name() for _ in range(9)] + random.sample(shared, 2)
        day = date(2031, 3, 1) + timedelta(days=random.randrange(60))
        for number in range(random.randint(1, 4)):
            words = [random.choice(names if random.random() < 0.4 else PLAIN) for _ in range(90)]
            if random.random() < 0.2:
                words += [name() for _ in range(30)]
            text = f"---\npublished: {day}\n---\n" + " ".join(words) + ".\n"
            (folder / f"{event:03}-{number}.md").write_text(text)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index") / "archive"
    write_archive(folder, 60, 1)
    return folder


@pytest.fixture(scope="module")
def shelf(archive: Path) -> Shelf:
    return scan_archive([archive])


@pytest.mark.parametrize("number", range(0, 130, 11))
def test_the_events_are_those_of_the_whole_archive(archive: Path, shelf: Shelf, number: int) -> None:
    whole = read_paths([archive])
    one = whole.articles[number]
    alone = Reading((replace(one, path=None, text=f"{one.text} Again."),), (), {one.id: whole.skips[one.id]})
    assert len(whole.articles) > 60, "a small archive would be grouped as a whole"
    assert find_related(alone, shelf) == find_related(alone, whole)


def test_several_new_articles_are_found_each_in_its_event(archive: Path, shelf: Shelf) -> None:
    whole = read_paths([archive])
    new = Reading(
        tuple(replace(whole.articles[n], path=None, text=f"{n}: {whole.articles[n].text}") for n in (3, 4, 70)), ()
    )
    related = find_related(new, shelf)
    assert related == find_related(new, whole)
    assert {a.id for a in new.articles} <= {name for group in related.groups for name in group}


def test_only_articles_of_the_event_are_unpacked(archive: Path, shelf: Shelf) -> None:
    taken: list[str] = []

    def fetch(slot: Slot) -> bytes:
        taken.append(slot.path)
        return shelf.fetch(slot)

    new = read_paths([archive / "007-0.md"])
    related = find_related(new, replace(shelf, fetch=fetch))
    assert len(taken) == len(related.reading.articles) - 1
    assert len(taken) < 10


def test_an_article_without_any_term_is_in_an_event_of_its_own(shelf: Shelf) -> None:
    new = Reading((Article("new", "of the and"),), ())
    assert find_related(new, shelf).groups == (("new",),)


def test_terms_are_unpacked_as_they_were_packed() -> None:
    keys = list_keys(read_terms(Article("a", "Tresko: a ferry of 1,200 tonnes sank off Tresko. " * 40, title="Ferry")))
    again = unpack_keys(pack_keys(keys))
    for name in keys.__dataclass_fields__:
        assert getattr(again, name).tolist() == getattr(keys, name).tolist(), name
    with pytest.raises(ValueError, match="length"):
        unpack_keys(pack_keys(keys) + b"\0")
