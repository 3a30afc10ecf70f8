"""An event leaves nothing behind that only a search for cycles would free, and the collector as it was."""

import gc

import pytest

from checker import Article, check

ARTICLES = (
    Article("a", "Quake kills 31 near Port Amsel\n\nAt least 31 people died on Tuesday, the mayor Ana Ferro said."),
    Article("b", "Port Amsel quake\n\nThe quake near Port Amsel killed 28 people, officials said on Tuesday."),
)


@pytest.fixture
def collecting() -> None:
    check(ARTICLES, one_event=True)  # what is read from files is read once
    gc.collect()


@pytest.mark.usefixtures("collecting")
def test_nothing_is_left_in_cycles() -> None:
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        check(ARTICLES, one_event=True)
        gc.collect()
        left = {type(one).__name__ for one in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left == set()


@pytest.mark.usefixtures("collecting")
def test_objects_that_a_program_keeps_apart_stay_there() -> None:
    gc.freeze()
    try:
        check(ARTICLES, one_event=True)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
