"""The store of decisions: a log that is only added to, versions that let no decision be lost, files in and out."""

from __future__ import annotations

import importlib
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.model import Decision, DecisionStatus

DISMISSED = Decision(
    fingerprint="9a0000000000000f",
    question_key="00000000000000ce",
    rule="figures",
    status=DecisionStatus.DISMISSED,
    reason="the later toll replaces it",
    assignee="Ines",
    who="Ada",
    when="2031-05-14T09:30:00Z",
    question="how many were killed?",
    values=("12 people", "21 people"),
    articles=("ferry/harbour.txt",),
)
CONFIRMED = replace(DISMISSED, status=DecisionStatus.CONFIRMED, who="Bo", when="2031-05-14T09:31:00Z", reason="")


def module(name: str) -> Any:
    return importlib.import_module(f"checker.reports.review.{name}")


@pytest.fixture
def store(address: str) -> Any:
    engine = module("database").open_database(address)
    yield module("store").Store(engine)
    engine.dispose()


def test_a_decision_is_kept_as_it_was_made(store: Any) -> None:
    entry = store.decide(DISMISSED, 0)
    assert entry.version == 1
    assert entry.decision() == DISMISSED
    assert store.decisions() == [DISMISSED]
    assert store.standing([DISMISSED.fingerprint])[DISMISSED.fingerprint] == entry


def test_a_new_decision_replaces_one_that_its_editor_has_seen_and_the_log_has_both(store: Any) -> None:
    store.decide(DISMISSED, 0)
    store.decide(CONFIRMED, 1)
    assert store.decisions() == [CONFIRMED]
    assert [entry.decision() for entry in store.history(DISMISSED.fingerprint)] == [DISMISSED, CONFIRMED]
    assert [entry.decision() for entry in store.log()] == [CONFIRMED, DISMISSED]


@pytest.mark.parametrize("seen", [0, 2])
def test_who_has_not_seen_what_stands_is_told_and_nothing_is_written(store: Any, seen: int) -> None:
    first = store.decide(DISMISSED, 0)
    with pytest.raises(module("store").ConflictError) as told:
        store.decide(CONFIRMED, seen)
    assert told.value.entry == first
    assert len(store.history(DISMISSED.fingerprint)) == 1


def test_of_several_decisions_only_those_too_late_are_held_back(store: Any) -> None:
    change = module("store").Change
    store.decide(DISMISSED, 0)
    other = replace(CONFIRMED, fingerprint="0b")
    recorded = store.decide_all([change(CONFIRMED, 0), change(other, 0)])
    assert [entry.decision() for entry in recorded.entries] == [other]
    assert [conflict.entry.decision() for conflict in recorded.conflicts] == [DISMISSED]


def test_of_many_editors_who_decide_at_once_one_is_first_and_the_others_are_told(store: Any) -> None:
    conflicts: list[str] = []
    written: list[str] = []
    start = threading.Barrier(8)

    def decide(who: str) -> None:
        start.wait()
        try:
            written.append(store.decide(replace(DISMISSED, who=who), 0).who)
        except module("store").ConflictError as error:
            conflicts.append(error.entry.who)

    editors = [threading.Thread(target=decide, args=(f"editor {n}",)) for n in range(8)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    assert len(written) == 1
    assert conflicts == written * 7
    assert [entry.who for entry in store.history(DISMISSED.fingerprint)] == written


def test_of_many_editors_who_decide_again_at_once_none_is_lost(store: Any) -> None:
    """Each tries until its decision is in; all are in the log, each made on the one before it."""

    def decide(who: str) -> None:
        while True:
            there = store.standing([DISMISSED.fingerprint]).get(DISMISSED.fingerprint)
            try:
                store.decide(replace(DISMISSED, who=who), there.version if there else 0)
                return
            except module("store").ConflictError:
                continue

    editors = [threading.Thread(target=decide, args=(f"editor {n}",)) for n in range(6)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    log = store.history(DISMISSED.fingerprint)
    assert [entry.version for entry in log] == [1, 2, 3, 4, 5, 6]
    assert {entry.who for entry in log} == {f"editor {n}" for n in range(6)}


def test_taking_back_brings_the_decision_before_back_and_then_none(store: Any) -> None:
    first = store.decide(DISMISSED, 0)
    second = store.decide(CONFIRMED, 1)
    back = store.undo(DISMISSED.fingerprint, 2, "Cem", "2031-05-14T10:00:00Z")
    assert (back.status, back.undoes, back.who, back.via) == (DecisionStatus.DISMISSED, second.id, "Cem", "undo")
    none = store.undo(DISMISSED.fingerprint, 3, "Cem", "2031-05-14T10:01:00Z")
    assert (none.status, none.undoes, none.version) == (None, first.id, 4)
    assert store.decisions() == []
    with pytest.raises(LookupError):
        store.undo(DISMISSED.fingerprint, 4, "Cem", "2031-05-14T10:02:00Z")


def test_taking_back_what_another_has_decided_since_is_refused(store: Any) -> None:
    store.decide(DISMISSED, 0)
    second = store.decide(CONFIRMED, 1)
    with pytest.raises(module("store").ConflictError) as told:
        store.undo(DISMISSED.fingerprint, 1, "Cem", "2031-05-14T10:00:00Z")
    assert told.value.entry == second


def test_nothing_can_be_taken_back_where_nothing_was_decided(store: Any) -> None:
    with pytest.raises(LookupError):
        store.undo("00", 0, "Cem", "2031-05-14T10:00:00Z")


def test_the_same_question_with_other_answers_finds_what_was_decided_before(store: Any) -> None:
    store.decide(DISMISSED, 0)
    found = store.earlier({"0b": DISMISSED.question_key, DISMISSED.fingerprint: DISMISSED.question_key, "0c": "00"})
    assert {key: entry.decision() for key, entry in found.items()} == {"0b": DISMISSED}


def test_the_log_cannot_be_changed(store: Any) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    store.decide(DISMISSED, 0)
    for change in ("DELETE FROM decisions", "UPDATE decisions SET who = 'nobody'"):
        with pytest.raises(DBAPIError, match="only added to"), store.engine.begin() as connection:
            connection.execute(text(change))
    assert store.decisions() == [DISMISSED]


def test_decisions_from_a_file_are_taken_in_where_they_are_newer(store: Any) -> None:
    store.decide(CONFIRMED, 0)
    new = replace(DISMISSED, fingerprint="0b")
    assert store.take_in([DISMISSED, new]) == 1
    assert store.decisions() == [new, CONFIRMED]
    later = replace(DISMISSED, when="2031-05-15T00:00:00Z")
    assert store.take_in([later]) == 1
    assert store.take_in([later, new]) == 0
    assert store.decisions() == [new, later]


def test_a_decision_taken_back_here_does_not_return_with_an_older_file(store: Any) -> None:
    store.decide(DISMISSED, 0)
    store.undo(DISMISSED.fingerprint, 1, "Cem", "2031-05-14T10:00:00Z")
    assert store.take_in([DISMISSED]) == 0
    assert store.decisions() == []


def test_more_decisions_than_a_statement_takes_values(store: Any) -> None:
    many = [replace(DISMISSED, fingerprint=f"{n:016x}", question_key=f"{n:016x}") for n in range(1200)]
    assert store.take_in(many) == 1200
    assert store.decisions() == many
    assert len(store.standing([one.fingerprint for one in many])) == 1200


def test_the_log_is_read_in_pages(store: Any) -> None:
    store.take_in([replace(DISMISSED, fingerprint=f"{n:016x}") for n in range(5)])
    first = store.log(limit=3)
    rest = store.log(before=first[-1].id, limit=3)
    assert [entry.fingerprint[-1] for entry in (*first, *rest)] == ["4", "3", "2", "1", "0"]


def test_text_that_no_database_takes_is_made_fit(store: Any) -> None:
    store.decide(replace(DISMISSED, reason="nul \x00, half \ud800", values=("\x00",)), 0)
    (kept,) = store.decisions()
    assert (kept.reason, kept.values) == ("nul \ufffd, half \ufffd", ("\ufffd",))


def test_the_migrations_lead_to_the_tables_of_the_code(fresh: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = module("database").open_database(fresh)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, module("schema").metadata) == []
    engine.dispose()


def test_a_database_is_opened_again_with_what_is_in_it(fresh: str) -> None:
    for expected in ([], [DISMISSED]):
        engine = module("database").open_database(fresh)
        store = module("store").Store(engine)
        assert store.decisions() == expected
        if not expected:
            store.decide(DISMISSED, 0)
        engine.dispose()


def test_several_processes_may_bring_a_database_up_to_date_at_once(fresh: str) -> None:
    failed: list[Exception] = []

    def open_it() -> None:
        try:
            module("database").open_database(fresh).dispose()
        except Exception as error:
            failed.append(error)

    openers = [threading.Thread(target=open_it) for _ in range(4)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert failed == []


def test_a_database_of_a_newer_version_is_refused(fresh: str) -> None:
    from sqlalchemy import text

    engine = module("database").open_database(fresh)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(module("database").StoreError, match="newer version"):
        module("database").open_database(fresh)


def test_what_is_no_database_is_refused_with_its_name(tmp_path: Path) -> None:
    error = module("database").StoreError
    with pytest.raises(error, match="there is no folder"):
        module("database").open_database(str(tmp_path / "nowhere" / "review.db"))
    (tmp_path / "letter.db").write_text(
        "Dear editor, this is a letter and no database at all, whatever its name says.\n" * 20
    )
    with pytest.raises(error, match=r"letter\.db: .*not a database"):
        module("database").open_database(str(tmp_path / "letter.db"))
    with pytest.raises(error, match="SQLite or PostgreSQL"):
        module("database").open_database("mysql://root:secret@localhost/x")


def test_a_password_is_never_shown() -> None:
    pytest.importorskip("psycopg")
    for address in ("postgresql://ada:secret@127.0.0.1:1/x", "mysql://ada:secret@localhost/x", "x://ada:secret@:y/"):
        with pytest.raises(module("database").StoreError) as told:
            module("database").open_database(address)
        assert "secret" not in str(told.value)


def test_sqlite_keeps_a_log_ahead_and_every_acknowledged_decision(tmp_path: Path) -> None:
    engine = module("database").open_database(str(tmp_path / "review.db"))
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}
    with sqlite3.connect(tmp_path / "review.db") as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
