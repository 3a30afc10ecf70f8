"""Articles that come and change while the review runs, really read and compared."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_review import TOKEN, module, ticking

FIRST = """PORT ELLIS, May 14 (Harbour Post) - A fire aboard the ferry Margit Lund killed 12 people early on Tuesday, \
the coast guard said. The ferry carried 142 passengers.
"""
SECOND = """PORT ELLIS, May 14 (Daily Tide) - A fire aboard the ferry Margit Lund killed 21 people early on Tuesday, \
hospital officials said. The ferry carried 142 passengers.
"""
THIRD = FIRST.replace("142 passengers", "187 passengers").replace("Harbour Post", "Coast Wire")


class Live:
    """A review of files in a folder, asked in memory."""

    def __init__(self, folder: Path) -> None:
        from starlette.testclient import TestClient

        self.articles = folder / "articles"
        self.articles.mkdir()
        (self.articles / "first.txt").write_text(FIRST)
        (self.articles / "second.txt").write_text(SECOND)
        (folder / "dropped").mkdir()
        self.engine = module("database").open_database(str(folder / "review.db"))
        self.store = module("store").Store(self.engine)
        desk = module("desk")
        inputs = desk.Inputs((str(self.articles),), one_event=True, root=str(folder))
        self.desk = desk.Desk(self.store, inputs, folder / "dropped", ticking(), "test")
        access = module("security").allow_local(TOKEN, 8000, editor="Ada")
        renderer = module("rendering").Renderer("test")
        review = module("state").Review(self.desk, self.store, access, renderer, ticking(), dict)
        app = module("app").create_app(review, "test")
        headers = {"Authorization": f"Bearer {TOKEN}", "Origin": "http://127.0.0.1:8000"}
        self.client = TestClient(app, base_url="http://127.0.0.1:8000", headers=headers, follow_redirects=False)

    def add(self, **data: Any) -> Any:
        return self.client.post("/articles", **data)

    @property
    def questions(self) -> set[str]:
        kinds = ("contradiction", "update")
        return {f.question for f in self.desk.shown.report.findings if f.kind.value in kinds}


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    one = Live(tmp_path)
    yield one
    one.desk.close()
    one.engine.dispose()


def test_a_dropped_article_is_compared_and_what_is_new_is_shown(live: Live) -> None:
    before = len(live.questions)
    assert before >= 1
    answer = live.add(files={"files": ("../../wire report.txt", THIRD.encode())})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?since=1")
    assert len(live.questions) > before
    text = live.client.get("/?since=1").text
    assert "1 article added" in text
    assert '<span class="tag">new</span>' in text or "other answers than before" in text
    listed = live.client.get("/articles").text
    assert "added/wire-report.txt" in listed
    assert sorted(path.name for path in live.articles.iterdir()) == ["first.txt", "second.txt"]


def test_an_added_article_can_be_put_away(live: Live) -> None:
    live.add(files={"files": ("wire.txt", THIRD.encode())})
    assert live.client.post("/articles/remove", data={"name": "../articles/first.txt"}).status_code == 404
    assert live.client.post("/articles/remove", data={"name": "wire.txt"}).status_code == 303
    assert [article.id for article in live.desk.shown.report.articles] == ["first", "second"]


def test_a_pasted_text_has_the_outlet_and_the_day_that_were_given(live: Live) -> None:
    live.add(data={"text": THIRD, "outlet": 'The "Coast" Wire: north\n---', "published": "2031-05-14"})
    pasted = live.desk.dropped()[0]
    assert pasted.source == 'The "Coast" Wire: north ---'
    assert str(pasted.published_date) == "2031-05-14"


def test_an_article_of_a_name_that_is_taken_does_not_replace_the_other(live: Live) -> None:
    live.add(files={"files": ("first.txt", THIRD.encode())})
    articles = live.desk.shown.report.articles
    assert len({article.id for article in articles}) == len(articles) == 3
    assert articles[0].text == FIRST


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("photo.jpg", b"x", "not read"),
        ("empty.txt", b" \n", "no text"),
        ("huge.txt", b"word " * 1_000_000, "MB"),
        ("long.txt", b"A sentence of seven words stands here. " * 7000, "characters"),
        ("broken.json", b"{", "JSON"),
        ("", b"", "Choose a file"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(live: Live, name: str, data: bytes, reason: str) -> None:
    answer = live.add(files={"files": (name, data)} if name else {}, data={} if name else {"text": " "})
    assert answer.status_code == 422
    assert reason in answer.text
    assert live.desk.shown.number == 1


def test_a_refused_file_does_not_hide_the_others(live: Live) -> None:
    files = [("files", ("photo.jpg", b"x")), ("files", ("wire.txt", THIRD.encode()))]
    answer = live.client.post("/articles", files=files)
    assert "photo.jpg" in answer.text
    assert "Added: wire.txt" in answer.text
    assert len(live.desk.shown.report.articles) == 3


def test_pages_are_told_when_an_article_has_changed(live: Live) -> None:
    assert live.client.get("/changes?since=1").status_code == 204
    (live.articles / "second.txt").write_text(SECOND.replace("21 people", "12 people"))
    live.desk.refresh()
    told = live.client.get("/changes?since=1")
    assert told.status_code == 200
    assert "gone" in told.text
    assert "1 article changed" in told.text
    assert live.client.get("/changes?since=2").status_code == 204


def test_another_value_on_the_same_question_is_said_to_be_one(live: Live) -> None:
    for number in ("29", "35"):
        (live.articles / "second.txt").write_text(SECOND.replace("21 people", f"{number} people"))
        live.desk.refresh()
    changes = live.desk.changes(2)
    assert changes is not None
    assert len(changes.altered) == 1
    assert not changes.new


def test_a_decision_holds_when_an_answer_is_told_by_one_more(live: Live) -> None:
    finding = next(f for f in live.desk.shown.report.findings if f.kind.value == "contradiction")
    body = {"status": "dismissed", "reason": "the later toll"}
    assert live.client.put(f"/api/findings/{finding.fingerprint}/decision", json=body).status_code == 200
    (live.articles / "third.txt").write_text(SECOND.replace("Daily Tide", "Coast Wire"))
    live.desk.refresh()
    again = [f for f in live.desk.shown.report.findings if f.question == finding.question]
    assert again
    standing = live.store.standing(f.fingerprint for f in again)
    assert {entry.reason for entry in standing.values()} == {"the later toll"}
    assert set(standing) == {f.fingerprint for f in again}


def test_a_watched_folder_is_read_again_when_it_has_come_to_rest(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module("desk"), "WATCH_SECONDS", 0.05)
    read = threading.Event()
    refresh = live.desk.refresh

    def notice() -> Any:
        shown = refresh()
        read.set()
        return shown

    monkeypatch.setattr(live.desk, "refresh", notice)
    live.desk.watch()
    (live.articles / "third.txt").write_text(THIRD)
    assert read.wait(30)
    assert len(live.desk.shown.report.articles) == 3


def test_what_goes_wrong_while_watching_is_said(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module("desk"), "WATCH_SECONDS", 0.05)
    tried = threading.Event()

    def fail() -> Any:
        tried.set()
        raise ValueError("the disk is gone")

    monkeypatch.setattr(live.desk, "refresh", fail)
    thread = live.desk.watch()
    (live.articles / "third.txt").write_text(THIRD)
    assert tried.wait(30)
    live.desk.close()
    thread.join(30)
    assert "the disk is gone" in live.client.get("/changes?since=1").text
