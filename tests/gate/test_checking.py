"""New articles against an archive: what is compared, what is left out, and where each finding stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from sample_event import DAILY, ELSEWHERE, RADIO, WIRE

from checker.gate import check_new, choose_shown, is_failing
from checker.gate.archive import find_related
from checker.model import Article, Kind, Outcome, Severity
from checker.reading import Reading, read_paths


def reading(*articles: Article) -> Reading:
    return Reading(articles, ())


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """The wire's article as the new one, against an archive with two on its event and one on another."""
    return check_new(reading(WIRE), reading(DAILY, RADIO, ELSEWHERE))


def test_only_the_articles_on_its_event_are_compared(outcome: Outcome) -> None:
    assert {article.id for article in outcome.report.articles} == {"wire", "daily", "radio"}
    assert outcome.new == ("wire",)


def test_a_contradiction_stands_at_the_words_of_the_new_article(outcome: Outcome) -> None:
    (result,) = [r for r in outcome.results if r.finding.rule == "figures" and r.finding.kind is Kind.CONTRADICTION]
    assert result.place.article == "wire"
    assert "340" in result.place.text
    assert WIRE.text[result.place.start : result.place.end] == result.place.text
    assert WIRE.text.splitlines()[result.place.line - 1] == result.place.snippet
    assert any("430" in place.text for place in result.related if place.article == "daily")
    assert "430" in result.message
    assert "Ostrava Daily" in result.message
    assert "Ostrava Daily" in result.hint


def test_an_answer_that_agrees_in_other_words_is_not_set_against_it(outcome: Outcome) -> None:
    (result,) = [r for r in outcome.results if r.finding.rule == "figures" and r.finding.kind is Kind.CONTRADICTION]
    sides = {place.article: place.side for place in result.related}
    assert result.place.side == sides["radio"] != sides["daily"]
    assert "Radio" not in result.message


def test_every_result_has_its_place_in_a_new_article(outcome: Outcome) -> None:
    assert outcome.results
    assert {result.place.article for result in outcome.results} == {"wire"}


def test_what_concerns_the_archive_alone_is_left_out() -> None:
    outcome = check_new(reading(RADIO), reading(WIRE, DAILY), one_event=True)
    between = [f for f in outcome.report.findings if {e.article for e in f.evidence} == {"wire", "daily"}]
    assert between, "the archive must disagree with itself for this to say anything"
    assert not {r.finding.id for r in outcome.results} & {f.id for f in between}


def test_a_misspelt_name_is_laid_to_the_article_that_misspells_it() -> None:
    right = Article("right", "Rescue chief Bernard Kaltenbach thanked the crews after the ferry sank.", "Right Post")
    also = Article("also", "Bernard Kaltenbach said that six boats had gone out when the ferry sank.", "Also Post")
    wrong = Article("wrong", "Nobody was missing from the ferry that sank, said Bernard Kaltenbech.", "Wrong Post")
    blamed = check_new(reading(wrong), reading(right, also))
    assert [r.place.text for r in blamed.results if r.finding.rule == "spelling"] == ["Bernard Kaltenbech"]
    witness = check_new(reading(right), reading(wrong, also))
    assert not [r for r in witness.results if r.finding.rule == "spelling"]


def test_a_finding_between_two_new_articles_stands_in_each() -> None:
    outcome = check_new(reading(WIRE, DAILY))
    figures = [r for r in outcome.results if r.finding.rule == "figures" and r.finding.kind is Kind.CONTRADICTION]
    assert [r.place.article for r in figures] == ["wire", "daily"]
    assert [{p.article for p in r.related} >= {o} for r, o in zip(figures, ("daily", "wire"), strict=True)] == [
        True
    ] * 2
    assert len({r.finding.fingerprint for r in figures}) == 1


def test_an_article_with_no_other_on_its_event_is_unmeasured() -> None:
    outcome = check_new(reading(WIRE), reading(ELSEWHERE))
    assert [r.finding.severity for r in outcome.results if r.finding.kind is Kind.UNMEASURED] == [Severity.WARNING]
    assert not is_failing(outcome, Severity.ERROR)
    assert is_failing(outcome, Severity.ERROR, strict=True)
    assert is_failing(outcome, Severity.WARNING)
    assert not is_failing(outcome, None)


def test_an_article_compared_with_others_in_nothing_is_unmeasured() -> None:
    outcome = check_new(reading(WIRE), reading(ELSEWHERE), one_event=True)
    (result,) = [r for r in outcome.results if r.finding.kind is Kind.UNMEASURED]
    assert "none of the questions" in result.message


def test_an_article_compared_in_something_is_not_unmeasured(outcome: Outcome) -> None:
    assert not any(r.finding.kind is Kind.UNMEASURED for r in outcome.results)


def test_an_article_without_text_has_a_result_at_its_start() -> None:
    outcome = check_new(reading(replace(WIRE, id="empty", text="", title="")), reading(DAILY), one_event=True)
    (result,) = [r for r in outcome.results if r.finding.kind is Kind.UNMEASURED]
    assert (result.place.article, result.place.line, result.place.column) == ("empty", 1, 1)


def test_an_article_that_is_not_measured_is_cited_behind_its_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\n\nThe ferry carried 142 people.\n")
    outcome = check_new(read_paths([tmp_path / "a.md"]))
    assert [r.place.line for r in outcome.results if r.finding.kind is Kind.UNMEASURED] == [5]


def test_nothing_new_comes_to_nothing() -> None:
    outcome = check_new(reading(), reading(WIRE, DAILY))
    assert outcome.results == ()
    assert outcome.report.articles == ()


def test_the_same_check_comes_to_the_same(outcome: Outcome) -> None:
    assert check_new(reading(WIRE), reading(DAILY, RADIO, ELSEWHERE)) == outcome


def test_what_is_less_severe_than_asked_for_is_counted(outcome: Outcome) -> None:
    everything = choose_shown(outcome, Severity.NOTE)
    assert everything.results == outcome.results
    assert everything.hidden == ()
    shown = choose_shown(outcome, Severity.ERROR)
    assert all(r.finding.severity is Severity.ERROR for r in shown.results)
    assert sum(number for _, number in shown.hidden) == len(outcome.results) - len(shown.results)


class TestFindRelated:
    def test_a_file_that_is_in_the_archive_too_is_not_compared_with_itself(self, tmp_path: Path) -> None:
        for name, article in (("wire.txt", WIRE), ("daily.txt", DAILY)):
            (tmp_path / name).write_text(article.text)
        (tmp_path / "sub").mkdir()
        new = read_paths([tmp_path / "sub" / ".." / "wire.txt"])
        related = find_related(new, read_paths([tmp_path]))
        assert [Path(a.path or "").name for a in related.reading.articles] == ["wire.txt", "daily.txt"]

    def test_nor_is_a_link_to_it(self, tmp_path: Path) -> None:
        (tmp_path / "archive").mkdir()
        (tmp_path / "archive" / "wire.txt").write_text(WIRE.text)
        (tmp_path / "desk").symlink_to(tmp_path / "archive")
        related = find_related(read_paths([tmp_path / "desk" / "wire.txt"]), read_paths([tmp_path / "archive"]))
        assert len(related.reading.articles) == 1

    def test_nor_is_an_older_state_of_it(self, tmp_path: Path) -> None:
        (tmp_path / "wire.txt").write_text(WIRE.text)
        new = read_paths(["-"], stdin=WIRE.text.replace("340", "430").encode(), stdin_name=str(tmp_path / "wire.txt"))
        assert len(find_related(new, read_paths([tmp_path])).reading.articles) == 1

    def test_nor_is_a_copy_of_its_words(self) -> None:
        copy = replace(WIRE, id="copy", text=WIRE.text.replace("\n\n", "\n\n\n"), path="elsewhere/copy.txt")
        assert len(find_related(reading(WIRE), reading(copy)).reading.articles) == 1

    def test_articles_of_the_archive_yield_their_id(self) -> None:
        old = replace(DAILY, id="wire", path="archive/wire.txt")
        other = replace(RADIO, id="archive/wire.txt")
        archive = Reading((old, other), (), skips={}, hints={})
        related = find_related(reading(WIRE), archive, one_event=True)
        ids = [article.id for article in related.reading.articles]
        assert ids[0] == "wire"
        assert len(set(ids)) == 3
        assert set(related.groups[0]) == set(ids)

    def test_what_is_known_of_their_texts_comes_along(self, tmp_path: Path) -> None:
        (tmp_path / "new").mkdir()
        (tmp_path / "old").mkdir()
        (tmp_path / "new" / "a.md").write_text(f"---\ntitle: New\n---\n{WIRE.text}")
        (tmp_path / "old" / "a.md").write_text(f"---\ntitle: Old\n---\n{DAILY.text}")
        related = find_related(read_paths([tmp_path / "new"]), read_paths([tmp_path / "old"]), one_event=True)
        assert set(related.reading.skips) == {article.id for article in related.reading.articles}


SLIP = Article(
    "slip",
    "The ferry sails again on Saturday, 31 December 2034.\nThe wall is 12 feet (4.7 metres) high.",
    source="Orsa Post",
)


def test_what_one_article_gets_wrong_by_itself_stands_at_its_lines() -> None:
    found = {r.finding.rule: r for r in check_new(reading(SLIP)).results if r.finding.kind is Kind.CONTRADICTION}
    assert found["calendar"].message == "“31 December 2034” makes it Sunday, not “Saturday”"
    assert found["calendar"].place.line == 1
    assert found["calendar"].place.text == "Saturday"
    assert [place.text for place in found["calendar"].related] == ["31 December 2034"]
    assert found["arithmetic"].message == "“12 feet” makes it 3.66 metres, not “4.7 metres”"
    assert found["arithmetic"].place.line == 2
    assert "reckon it again" in found["arithmetic"].hint


def test_what_the_archive_gets_wrong_by_itself_is_no_concern_of_the_new_article() -> None:
    new = replace(SLIP, id="new", text="The ferry sails again on Sunday, 31 December 2034.")
    results = check_new(reading(new), reading(SLIP), one_event=True).results
    assert not [r for r in results if r.finding.rule in {"calendar", "arithmetic"}]


def test_two_articles_with_one_slip_have_it_each_and_not_against_each_other() -> None:
    twin = replace(SLIP, id="twin", source="Coast Wire")
    results = check_new(reading(SLIP, twin), one_event=True).results
    slips = [r for r in results if r.finding.rule == "calendar"]
    assert sorted(r.place.article for r in slips) == ["slip", "twin"]
    assert all({e.article for e in r.finding.evidence} == {r.place.article} for r in slips)
