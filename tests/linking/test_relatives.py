"""Related words are found through an index of the event's words exactly as by comparing each with each."""

from checker.linking.relatives import ANYBODY, RELATED, Relatives, match_words
from checker.model import Claim, Span, ValueType
from checker.values.texts import TextValue

CONTEXTS = (
    frozenset({"people", "injure", "storm", "ferry", "hospital"}),
    frozenset({"firefighter", "hurt", "injury", "tempest", "boat", "approve"}),
    frozenset({"resident", "approval", "vessel", "clinic", "sink", "mayor"}),
)


def claim(number: int, topic: frozenset[str]) -> Claim:
    value = TextValue("yes")
    assert value.type is ValueType.TEXT
    return Claim(f"a{number}#1", "rule", f"a{number}", "?", "", value, Span(0, 1), "x", 0, topic=topic)


def best_of_all(lemma: str, others: frozenset[str]) -> float:
    return max((match_words(lemma, other) for other in others), default=0.0)


def test_the_best_match_in_a_set_is_that_of_all_pairs() -> None:
    relatives = Relatives(claim(number, topic) for number, topic in enumerate(CONTEXTS))
    for words in CONTEXTS:
        for others in CONTEXTS:
            for lemma in words:
                assert relatives.best(lemma, others) == best_of_all(lemma, others), (lemma, others)


def test_what_a_set_covers_is_the_weight_of_its_words_as_far_as_each_is_matched() -> None:
    relatives = Relatives(claim(number, topic) for number, topic in enumerate(CONTEXTS))
    for words in CONTEXTS:
        weighed = [(word, 0.1 * len(word)) for word in sorted(words)]
        for others in (*CONTEXTS, frozenset[str]()):
            expected = sum(weight * best_of_all(word, others) for word, weight in weighed)
            assert abs(relatives.cover(weighed, others) - expected) < 1e-12, (words, others)


def test_a_word_matches_itself_fully_and_an_empty_set_not_at_all() -> None:
    relatives = Relatives([claim(0, CONTEXTS[0])])
    assert relatives.best("storm", frozenset({"storm"})) == 1.0
    assert relatives.best("storm", frozenset()) == 0.0


def test_people_of_any_kind_match_those_who_are_named_by_what_they_do() -> None:
    relatives = Relatives(claim(number, topic) for number, topic in enumerate(CONTEXTS))
    assert relatives.of("people")["firefighter"] == ANYBODY
    assert relatives.of("firefighter")["people"] == ANYBODY


def test_no_match_is_weaker_than_what_counts_as_related() -> None:
    relatives = Relatives(claim(number, topic) for number, topic in enumerate(CONTEXTS))
    assert all(score >= RELATED for words in CONTEXTS for lemma in words for score in relatives.of(lemma).values())


def test_nouns_that_count_people() -> None:
    from checker.linking.relatives import counts_people

    assert all(map(counts_people, ("nun", "passenger", "job", "death", "soul", "crew")))
    assert not any(map(counts_people, ("gate", "euro", "barrel", "house")))
