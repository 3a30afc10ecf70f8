"""Clauses: roles that do not depend on the construction, polarity, modality, tense, and dependence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language import add_clauses, analyse
from checker.model import Argument, Article, Clause, Document, Modality, Polarity, Role, Tense


def read(text: str) -> Document:
    return add_clauses(analyse(Article("a", text)))


def clause(text: str, predicate: str) -> Clause:
    found = [c for c in read(text).clauses if c.predicate == predicate]
    assert found, [c.predicate for c in read(text).clauses]
    return found[0]


def argument(clause: Clause, role: Role) -> Argument:
    found = clause.argument(role)
    assert found is not None
    return found


def texts(clause: Clause) -> dict[tuple[str, str], str]:
    return {(a.role.value, a.preposition): a.text for a in clause.arguments}


ROLE_CASES = [
    ("Parliament approved the budget on Monday.", "approve", {"agent": "Parliament", "patient": "the budget"}),
    ("The budget was approved by parliament.", "approve", {"agent": "parliament", "patient": "The budget"}),
    ("The budget, which parliament approved, is large.", "approve", {"agent": "parliament", "patient": "The budget"}),
    ("The budget approved by parliament is large.", "approve", {"agent": "parliament", "patient": "The budget"}),
    ("The bank, which owns three ferries, is rich.", "own", {"agent": "The bank", "patient": "three ferries"}),
    ("The two firms agreed to share the profits.", "share", {"agent": "The two firms", "patient": "the profits"}),
    ("The mayor ordered the troops to leave.", "leave", {"agent": "the troops"}),
    ("The mayor met the crew and thanked the pilot.", "thank", {"agent": "The mayor", "patient": "the pilot"}),
    ("The storm struck the coast, killing nine people.", "kill", {"agent": "The storm", "patient": "nine people"}),
    ("The crew gave the letter to the mayor.", "give", {"patient": "the letter", "recipient": "the mayor"}),
    ("The pilot was given a medal.", "give", {"recipient": "The pilot", "patient": "a medal"}),
    (
        "The signing of the treaty by the two kings took place in May.",
        "sign",
        {"agent": "the two kings", "patient": "the treaty"},
    ),
    ("Her resignation surprised the crew.", "resign", {"agent": "Her"}),
    (
        "She was elected chair by the members.",
        "elect",
        {"agent": "the members", "patient": "She", "attribute": "chair"},
    ),
    ("The army took over the harbour on Friday.", "take over", {"agent": "The army", "patient": "the harbour"}),
    ("The army pulled back its tanks.", "pull back", {"agent": "The army", "patient": "its tanks"}),
    ("The old ferry is a museum.", "museum", {"agent": "The old ferry", "attribute": "a museum"}),
    ("The mayor told reporters that the port was safe.", "tell", {"agent": "The mayor", "recipient": "reporters"}),
    ("An envoy, Carla Weiss, signed the paper.", "envoy", {"agent": "Carla Weiss", "attribute": "An envoy"}),
    ("Ana Ruiz, head of the union, signed the paper.", "sign", {"patient": "the paper"}),
    ("The captain drafted and signed the report.", "draft", {"agent": "The captain", "patient": "the report"}),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), ROLE_CASES)
def test_roles_are_the_same_in_every_construction(text: str, predicate: str, expected: dict[str, str]) -> None:
    found = {a.role.value: a.text for a in clause(text, predicate).arguments}
    assert {role: found.get(role) for role in expected} == expected


def test_obliques_keep_their_prepositions() -> None:
    found = texts(clause("The ferry sailed from Oslo to Bergen with forty lorries.", "sail"))
    assert found[("oblique", "from")] == "Oslo"
    assert found[("oblique", "with")] == "forty lorries"


def test_lemmas_of_an_argument_are_content_words_with_the_head_first() -> None:
    walls = argument(clause("The board approved the three new sea walls.", "approve"), Role.PATIENT)
    assert walls.lemmas[0] == "wall"
    assert set(walls.lemmas) == {"wall", "sea", "new"}


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Deceased: 58", "Deceased", "58"),
        ("Length: three months", "Length", "three months"),
        ("Next session: 14 August", "Next session", "14 August"),
        ("Dead: 12 (three of them children)", "Dead", "12 (three of them children)"),
    ],
)
def test_a_label_and_its_value_are_a_copular_clause_without_predicate(line: str, label: str, value: str) -> None:
    document = read(f"The office gave these figures to the press on Monday.\n\n- {line}\n- Source: the office")
    fragment = next(c for c in document.clauses if c.predicate == "" and c.arguments[0].text == label)
    assert fragment.copula
    assert texts(fragment) == {("agent", ""): label, ("attribute", ""): value}


def test_the_label_of_a_line_is_the_subject_of_its_verb() -> None:
    document = read(
        "These are the terms of the truce in short:\n\n- Weapons: to be discussed by a joint board\n- Term: one year"
    )
    discuss = next(c for c in document.clauses if c.predicate == "discuss")
    assert texts(discuss)[("patient", "")].startswith("Weapons")
    assert texts(discuss)[("agent", "by")] == "a joint board"


NEGATIVE = [
    ("The crew did not sign the paper.", "sign"),
    ("The crew didn't sign the paper.", "sign"),
    ("Nobody signed the paper.", "sign"),
    ("No one has claimed the prize.", "claim"),
    ("Neither side signed the paper.", "sign"),
    ("None of the sides signed the paper.", "sign"),
    ("The crew never signed the paper.", "sign"),
    ("The mayor took no questions.", "take"),
    ("The crew failed to sign the paper.", "sign"),
    ("The mayor refused to sign the paper.", "sign"),
    ("The mayor declined to comment on the paper.", "comment"),
    ("The sides have yet to agree on a price.", "agree"),
    ("The ministry stopped short of naming the firm.", "name"),
    ("The minister denied that the talks had collapsed.", "collapse"),
    ("The minister left without signing the paper.", "sign"),
    ("There was not one doctor on the ferry.", "be"),
    ("Never before had the two kings met.", "meet"),
    ("The firm did not sign or ratify the treaty.", "ratify"),
    ("The bank has no plans to cut jobs.", "cut"),
    ("Police hardly enter the old town.", "enter"),
    ("The ferry is not safe.", "safe"),
    ("Far from ending the war, the truce prolonged it.", "end"),
    ("Instead of closing the port, the mayor widened it.", "close"),
    ("The mayor has no intention of closing the port.", "close"),
    ("The loss cannot simply be wished away.", "wish away"),
    ("Nobody slept or complained.", "complain"),
]


@pytest.mark.parametrize(("text", "predicate"), NEGATIVE)
def test_denials_are_negative(text: str, predicate: str) -> None:
    assert clause(text, predicate).polarity is Polarity.NEGATIVE


POSITIVE = [
    ("The crew signed the paper.", "sign"),
    ("The crew did not fail to sign the paper.", "sign"),
    ("Not only the crew signed the paper.", "sign"),
    ("The firm must pay no later than Friday.", "pay"),
    ("The channel is no less than nine metres deep.", "deep"),
    ("The mayor failed to attend.", "fail"),
    ("Not long after the vote, the mayor resigned.", "resign"),
    ("The minister did not deny that the talks had collapsed.", "collapse"),
]


@pytest.mark.parametrize(("text", "predicate"), POSITIVE)
def test_assertions_and_double_denials_are_positive(text: str, predicate: str) -> None:
    assert clause(text, predicate).polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The board approved the plan.", "approve", Modality.CERTAIN),
        ("The board will approve the plan.", "approve", Modality.CERTAIN),
        ("The ministry said the board had approved the plan.", "approve", Modality.CERTAIN),
        ("The ministry said it would approve the plan.", "approve", Modality.CERTAIN),
        ("The board is expected to approve the plan.", "approve", Modality.PROBABLE),
        ("The board agreed to approve the plan.", "approve", Modality.PROBABLE),
        ("The board reportedly approved the plan.", "approve", Modality.PROBABLE),
        ("The captain is said to have left the ship.", "leave", Modality.PROBABLE),
        ("The bank is likely to cut rates.", "cut", Modality.PROBABLE),
        ("The board may approve the plan.", "approve", Modality.POSSIBLE),
        ("The board would approve the plan.", "approve", Modality.POSSIBLE),
        ("The union hopes to meet the mayor.", "meet", Modality.POSSIBLE),
        ("The mayor wants to close the port.", "close", Modality.POSSIBLE),
        ("If the board approves the plan, work starts in May.", "approve", Modality.UNKNOWN),
        ("Did the board approve the plan?", "approve", Modality.UNKNOWN),
        ("The board did not say whether it had approved the plan.", "approve", Modality.UNKNOWN),
    ],
)
def test_modality_follows_auxiliaries_adverbs_and_governors(text: str, predicate: str, modality: Modality) -> None:
    assert clause(text, predicate).modality is modality


def test_conditions_are_marked_and_weaken_what_waits_on_them() -> None:
    condition = clause("If the talks succeed, the port will open in May.", "succeed")
    waiting = clause("If the talks succeed, the port will open in May.", "open")
    assert condition.conditional
    assert waiting.modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "predicate", "tense"),
    [
        ("The board approved the plan.", "approve", Tense.PAST),
        ("The board has approved the plan.", "approve", Tense.PAST),
        ("The board approves the plan.", "approve", Tense.PRESENT),
        ("The board will approve the plan.", "approve", Tense.FUTURE),
        ("The board is to approve the plan on Monday.", "approve", Tense.FUTURE),
        ("The board is due to meet the union on Monday.", "meet", Tense.FUTURE),
        ("They are going to close the port.", "close", Tense.FUTURE),
        ("The company plans to hire staff.", "hire", Tense.FUTURE),
        ("The port was closed by the army.", "close", Tense.PAST),
    ],
)
def test_tense_places_a_clause(text: str, predicate: str, tense: Tense) -> None:
    assert clause(text, predicate).tense is tense


def test_what_is_said_depends_on_the_verb_of_saying_wherever_it_stands() -> None:
    for text in (
        "The mayor said the port was safe.",
        "The port was safe, the mayor said.",
        "The mayor said: “The port is safe.”",
    ):
        document = read(text)
        said = next(c for c in document.clauses if c.predicate == "say")
        safe = next(c for c in document.clauses if c.predicate == "safe")
        assert (safe.governor, safe.relation) == (said.index, "complement")
        assert said.governor is None


def test_a_headline_that_the_parser_takes_for_a_noun_phrase_has_its_verb() -> None:
    document = read(
        "Quake kills at least 31 on coast\n\nThe quake struck the coast on Monday and killed many people in it."
    )
    assert document.clauses[0].predicate == "kill"
    assert argument(document.clauses[0], Role.AGENT).text == "Quake"


@pytest.mark.parametrize(
    ("headline", "predicate", "agent", "patient"),
    [
        ("Denmark and Sweden open ferry talks as rivalry deepens", "open", "Denmark and Sweden", "ferry talks"),
        ("Danish court fines ferry line over lost cargo", "fine", "Danish court", "ferry line"),
    ],
)
def test_a_headline_verb_that_looks_like_a_noun_is_found(
    headline: str, predicate: str, agent: str, patient: str
) -> None:
    document = read(f"{headline}\n\nThe case came up on Monday and it was heard by two judges in the old town hall.")
    found = next(c for c in document.clauses if c.predicate == predicate)
    assert argument(found, Role.AGENT).text == agent
    assert argument(found, Role.PATIENT).text.startswith(patient)


def test_a_past_that_looks_like_a_noun_is_a_past() -> None:
    found = clause("The inquiry cost $3.1 million.", "cost")
    assert (found.tense, argument(found, Role.PATIENT).text) == (Tense.PAST, "$3.1 million")


def test_every_sentence_has_a_clause_and_headings_too() -> None:
    document = read(
        "What comes next\n\nRain. More rain, and wind. The ferry waits.\n\nOutlook for summer\n\nThe sun will shine."
    )
    assert {c.sentence for c in document.clauses} == set(range(len(document.sentences)))


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "ferry",
        "mayor",
        "port",
        "signed",
        "was",
        "approved",
        "by",
        "which",
        "who",
        "said",
        "that",
        "and",
        "not",
        "will",
        "to",
        "sell",
        "if",
        "no",
        "one",
        "“",
        "”",
        ",",
        ".",
        ":",
        "-",
        "12",
        "%",
        "May",
        "Oslo",
        "agreed",
        "refused",
        "of",
        "in",
        "on",
        "is",
        "been",
        "it",
        "they",
        "without",
        "denied",
        "killing",
    ]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_clauses_of_any_words_point_into_the_text(text: str) -> None:
    document = read(text)
    for k, c in enumerate(document.clauses):
        assert c.index == k
        assert 0 <= c.span.start <= c.span.end <= len(text)
        assert c.governor is None or (c.governor != k and document.clauses[c.governor].sentence == c.sentence)
        sentence = document.sentences[c.sentence]
        assert sentence.first <= c.head < sentence.last
        for argument in c.arguments:
            assert argument.tokens
            assert argument.head in range(sentence.first, sentence.last)
            assert sentence.span.contains(argument.span)
    assert {c.sentence for c in document.clauses} == {s.index for s in document.sentences}
