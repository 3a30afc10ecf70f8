"""What is read as a quantity, with its words and its normal form; and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.kinds import ValueType
from checker.quantities import find_quantities
from checker.values.quantities import Bound, Direction

# A sentence, and each quantity in it as (words, normal form).
READ = [
    # digits and scales
    ("The plant employs 11,000 workers.", [("11,000", "11000")]),
    ("The plant employs 11000 workers.", [("11000", "11000")]),
    ("The plant employs 11 000 workers.", [("11 000", "11000")]),
    ("It was liked by 1.2k users.", [("1.2k", "1200")]),
    ("It has 3.5m users.", [("3.5m", "3500000")]),
    ("A fleet of 13.4bn parcels.", [("13.4bn", "13400000000")]),
    ("The cloud took 1,00,000 homes.", [("1,00,000", "100000")]),
    ("It sold 2.5 million copies.", [("2.5 million", "2500000")]),
    ("It took 5 lakh votes.", [("5 lakh", "500000")]),
    # number words
    ("One hundred and twenty ferries sailed.", [("One hundred and twenty", "120")]),
    ("Sixty-four goats escaped.", [("Sixty-four", "64")]),
    ("sixty four goats escaped", [("sixty four", "64")]),
    ("Two thousand and five pilgrims came.", [("Two thousand and five", "2005")]),
    ("three hundred thousand trees", [("three hundred thousand", "300000")]),
    ("She ordered a dozen lamps.", [("a dozen", "12")]),
    ("She ordered half a dozen lamps.", [("half a dozen", "6")]),
    ("She ordered two dozen lamps.", [("two dozen", "24")]),
    ("Three and a half million birds came.", [("Three and a half million", "3500000")]),
    ("More than half a million came.", [("More than half a million", ">500000")]),
    ("A quarter of a million came.", [("A quarter of a million", "250000")]),
    ("Hundreds marched.", [("Hundreds", "100..1400")]),
    ("Tens of thousands of fans marched.", [("Tens of thousands", "15000..150000")]),
    ("A couple of boats sank.", [("A couple of", "2..3")]),
    ("A few hundred sheep drowned.", [("A few hundred", "200..999")]),
    # parts of a whole
    ("Nearly half of them stayed.", [("Nearly half", "-~50%")]),
    ("About half stayed.", [("About half", "~50%")]),
    ("Two-thirds of voters stayed home.", [("Two-thirds", "66.66666667%")]),
    ("Three quarters of voters stayed home.", [("Three quarters", "75%")]),
    ("A third of the crop failed.", [("A third", "33.33333333%")]),
    ("Output fell by a fifth, it said.", [("a fifth", "20%")]),
    ("Three in five tenants agreed.", [("Three in five", "60%")]),
    ("It has a one in three chance.", [("one in three", "33.33333333%")]),
    ("Nine of 14 judges agreed.", [("Nine of 14", "64.28571429%")]),
    ("The party holds 71 of the 155 seats.", [("71 of the 155", "45.80645161%")]),
    ("It scored 8 out of 10.", [("8 out of 10", "80%")]),
    # percent and points
    ("Prices rose 2.3% in June.", [("2.3%", "2.3%")]),
    ("Prices rose 2.3 per cent in June.", [("2.3 per cent", "2.3%")]),
    ("Prices rose 2.3 pct in June.", [("2.3 pct", "2.3%")]),
    ("It stands at nine and a quarter per cent.", [("nine and a quarter per cent", "9.25%")]),
    ("It cut rates by a quarter point.", [("a quarter point", "0.25 pp")]),
    ("A half-point cut followed.", [("A half-point", "0.5 pp")]),
    ("It cut rates by half a percentage point.", [("half a percentage point", "0.5 pp")]),
    ("It cut rates by 50 basis points.", [("50 basis points", "0.5 pp")]),
    ("It cut rates by 25bp.", [("25bp", "0.25 pp")]),
    ("Up 3 percentage points on last time.", [("3 percentage points", "3 pp")]),
    (
        "A target of 3 percent plus or minus 1 percentage point.",
        [("3 percent plus or minus 1 percentage point", "2..4%")],
    ),
    # money
    ("A bill of $3.4 billion.", [("$3.4 billion", "USD 3400000000")]),
    ("A bill of A$412 mln.", [("A$412 mln", "AUD 412000000")]),
    ("A bill of US$14.2 billion.", [("US$14.2 billion", "USD 14200000000")]),
    ("A bill of €45m.", [("€45m", "EUR 45000000")]),
    ("A bill of EUR 1.2bn.", [("EUR 1.2bn", "EUR 1200000000")]),
    ("A bill of SEK 212.", [("SEK 212", "SEK 212")]),
    ("A bill of 212 crowns.", [("212 crowns", "crown 212")]),
    ("A bill of 64 billion kronor.", [("64 billion kronor", "SEK 64000000000")]),
    ("A bill of £12.4 million.", [("£12.4 million", "GBP 12400000")]),
    ("A bill of 21.4m pounds.", [("21.4m pounds", "GBP 21400000")]),
    ("A bill of 14.2 billion US dollars.", [("14.2 billion US dollars", "USD 14200000000")]),
    ("A bill of 14.2 billion U.S. dollars.", [("14.2 billion U.S. dollars", "USD 14200000000")]),
    ("It costs 38 cents.", [("38 cents", "USD 0.38")]),
    ("It costs N8,600.", [("N8,600", "NGN 8600")]),
    ("It costs Sh700.", [("Sh700", "shilling 700")]),
    ("It costs £2 to £3.", [("£2 to £3", "GBP 2..3")]),
    ("It lost $2 to $3 billion.", [("$2 to $3 billion", "USD 2000000000..3000000000")]),
    ("It lost millions of dollars.", [("millions of dollars", "USD 1500000..300000000")]),
    # measures
    ("The wall runs 15 km.", [("15 km", "15000 m")]),
    ("The wall runs 15 kilometres.", [("15 kilometres", "15000 m")]),
    ("It is just over nine miles off.", [("just over nine miles", "+~14484.096 m")]),
    ("It went at 71 mph.", [("71 mph", "31.73984 m/s")]),
    ("It went at 71 miles per hour.", [("71 miles per hour", "31.73984 m/s")]),
    ("It hit the wall at 40 m/s.", [("40 m/s", "40 m/s")]),
    ("A 79-foot mast fell.", [("79-foot", "24.0792 m")]),
    ("Height: 24 m. Mass: 38 t.", [("24 m", "24 m"), ("38 t", "38000 kg")]),
    ("It makes 40,000 tonnes a year.", [("40,000 tonnes", "40000000 kg")]),
    ("It lies 2.3 degrees south of the line.", [("2.3 degrees", "2.3 deg")]),
    ("Keep it at 2 to 8°C.", [("2 to 8°C", "2..8 degC")]),
    ("It was 46.3C. By night, 21C, it rained.", [("46.3C", "46.3 degC"), ("21C", "21 degC")]),
    ("It holds 1.2 cubic kilometres of ash.", [("1.2 cubic kilometres", "1200000000 m3")]),
    ("Keep it at 212 degrees Fahrenheit.", [("212 degrees Fahrenheit", "100 degC")]),
    ("It burned 300 hectares.", [("300 hectares", "3000000 m2")]),
    ("It pumps 5,000 barrels per day.", [("5,000 barrels per day", "794.9364746 m3/day")]),
    ("It makes 1.2 GW.", [("1.2 GW", "1200000000 W")]),
    ("A 500-pound bomb fell.", [("500-pound", "226.796185 kg")]),
    ("Ten pounds of flour were lost.", [("Ten pounds", "4.5359237 kg")]),
    ("It ran half a mile.", [("half a mile", "804.672 m")]),
    ("A magnitude 6.8 quake struck.", [("6.8", "6.8 magnitude")]),
    ("A 6.8-magnitude quake struck.", [("6.8-magnitude", "6.8 magnitude")]),
    ("A 5.4 aftershock followed.", [("5.4", "5.4 magnitude")]),
    # ranges and pairs
    ("Between 10 and 15 boats sank.", [("Between 10 and 15", "10..15")]),
    ("Some 10-15 boats sank.", [("Some 10-15", "10..15")]),
    ("We saw 10 to 15 boats.", [("10 to 15", "10..15")]),
    ("Two or three boats sank.", [("Two or three", "2..3")]),
    ("It needs 10-15 million doses.", [("10-15 million", "10000000..15000000")]),
    ("Duty falls from 8 percent to 3 percent.", [("8 percent", "8%"), ("3 percent", "3%")]),
    ("The order rose from 3 to 5 ships.", [("3", "3"), ("5", "5")]),
    ("The panel voted 11-2.", [("11-2", "11-2")]),
    ("It passed by eleven votes to two.", [("eleven votes to two", "11-2")]),
    ("They won 6-1.", [("6-1", "6-1")]),
    ("A 2-3 defeat followed.", [("2-3", "2-3")]),
    # wording
    ("At least 31 were killed.", [("At least 31", ">=31")]),
    ("No fewer than 12 were killed.", [("No fewer than 12", ">=12")]),
    ("Not less than 12 were killed.", [("Not less than 12", ">=12")]),
    ("Some 5,000 people came.", [("Some 5,000", "~5000")]),
    ("More than 40 people came.", [("More than 40", ">40")]),
    ("12 or more people came.", [("12 or more", ">=12")]),
    ("Up to 200 people came.", [("Up to 200", "<=200")]),
    ("Fewer than 200 people came.", [("Fewer than 200", "<200")]),
    ("200 or so people came.", [("200 or so", "~200")]),
    ("Nearly 3 billion dollars was lost.", [("Nearly 3 billion dollars", "USD -~3000000000")]),
    ("A little over fourteen billion dollars.", [("A little over fourteen billion dollars", "USD +~14000000000")]),
    ("A record 12 ships came.", [("12", "12")]),
    ("It fell over a 2km stretch.", [("2km", "2000 m")]),
    # zero
    ("No one died in the fire.", [("No one", "0")]),
    ("Nobody was hurt.", [("Nobody", "0")]),
    ("There were no casualties.", [("no", "0")]),
    ("None of the passengers spoke.", [("None", "0")]),
    # ranks
    ("It was his third visit.", [("third", "#3")]),
    ("The 21st session opened.", [("21st", "#21")]),
    ("The twenty-first session opened.", [("twenty-first", "#21")]),
    # ages
    ("Ada Quill, 66, was saved.", [("66", "66 years")]),
    ("Ada Quill. 66. was saved", [("66", "66 years")]),
    ("A 66-year-old man was saved.", [("66-year-old", "66 years")]),
    ("It is for adults aged 18 to 55 years.", [("18 to 55 years", "18..55 years")]),
    ("The baker, 41, was saved.", [("41", "41 years")]),
    # text that lost its case and punctuation
    ("more than 11000 people have died in the flood", [("more than 11000", ">11000")]),
    ("the bill of 850 million dollars. according to the agency", [("850 million dollars", "USD 850000000")]),
    ("INVESTORS PLEDGE 14.2 BILLION   MAYOR SMILES", [("14.2 BILLION", "14200000000")]),
]

NOTHING = [
    # names and codes
    "It sold H200 chips.",
    "The search for MH17 ended.",
    "A Boeing 777 was delayed.",
    "It flew an F-16 and had Covid-19.",
    "The G7 met.",
    "It rose from Pad 3 in the dark.",
    "Turn to page 211 now.",
    "Flight 2 has a date.",
    "Bulletin No. 3 was issued.",
    "It filed for Chapter 11.",
    "Buses 601 and 602 were stopped.",
    "The phase 3 trial ended.",
    "He lives at 12 Garden Street.",
    "Call 0207 946 0958 now.",
    "The Group of 20 met.",
    "It runs on 5G.",
    "The Falcon 9 rockets and a 737 jet were late.",
    "The crowd met at Two Mile Hill.",
    "She flew on Air Force One.",
    "It happened near 780 E. Willow Ave. last night.",
    "A 2015 breach was worse.",
    "Photo 3 of 59",
    # numbering
    "1. The committee met.\n2. The rest was silence.",
    "Two Trade policy remains unclear\nThree Energy and wider questions",
    # dates and times
    "It began in 2022.",
    "It began on May 14 2026 and ended on 5 June.",
    "It began on 18/05/2029 at 7:58 a.m. and ended at 6 p.m.",
    "It ran from 2032 to 2036.",
    "It ran from 18 to 20 November.",
    "It began at 10.30 on Monday.",
    "It was a quarter past nine.",
    "It struck at three in the morning.",
    "It shuts in the first half of next year.",
    "It shuts in the third quarter.",
    "On the 11th and 12th, it rained.",
    "The 1990s were wet.",
    # durations belong to the grammar of dates
    "It took 14 months, three-day breaks and two and a half hours.",
    "It took half an hour.",
    "It lasted 10-15 minutes.",
    # pronouns and idioms
    "One of the guests left.",
    "No one else knew one another.",
    "On the one hand, at one point, it was number one.",
    "One day he had second thoughts.",
    "First of all, it was two-way traffic.",
    "It was first reported here.",
    "The boat split in two.",
    "Nobody asked.",
    "A third person came.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_quantity_is_read_with_its_words(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[m.start : m.end], m.value.normalized) for m in find_quantities(text)]
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_where_nothing_is_counted(text: str) -> None:
    assert [text[m.start : m.end] for m in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Some 11,400 volunteers came.", "volunteers"),
        ("A third of the growers left.", "growers"),
        ("A 141-car train fell.", "car"),
        ("Dozens of schools shut.", "schools"),
        ("The toll is 58.", None),
        ("It cost $3 million in all.", None),
        ("There were 12 on board.", None),
    ],
)
def test_the_counted_noun_begins_behind_the_quantity(text: str, noun: str | None) -> None:
    (mention,) = find_quantities(text)
    if noun is None:
        assert mention.noun_start is None
    else:
        assert mention.noun_start is not None
        assert text[mention.noun_start :].startswith(noun)


def test_the_bare_figure_is_told_from_its_wording_and_unit() -> None:
    text = "It cost more than $3.4 billion in all."
    (mention,) = find_quantities(text)
    assert text[mention.start : mention.end] == "more than $3.4 billion"
    assert text[mention.figure_start : mention.figure_end] == "3.4 billion"


def test_two_wordings_are_joined() -> None:
    (mention,) = find_quantities("At least some 40 came.")
    assert (mention.value.bound, mention.value.direction) == (Bound.AT_LEAST, Direction.AROUND)
    assert mention.value.approximate


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("13.4 billion", 1e8),
        ("2,000", 1000),
        ("1,987", 1),
        ("14 thousand", 1000),
        ("30", 1),
        ("120", 10),
        ("4.50", 0.01),
    ],
)
def test_precision_is_the_step_that_the_figure_is_given_to(text: str, step: float) -> None:
    (mention,) = find_quantities(f"It has {text} rivets.")
    assert mention.value.precision == pytest.approx(step)


def test_a_dollar_without_a_country_is_an_assumed_us_dollar() -> None:
    plain, named = (find_quantities(f"It cost {sum_}.")[0].value for sum_ in ("$3", "US$3"))
    assert (plain.unit, plain.assumed, plain.unit_text) == ("USD", True, "$")
    assert (named.unit, named.assumed) == ("USD", False)
    assert plain.type is ValueType.MONEY


@given(st.text(alphabet="0123456789 .,-–/$€%kmbn aoftwhundredilsp\n'", max_size=80))
def test_any_text_is_read_in_order_without_overlaps(text: str) -> None:
    end = 0
    for mention in find_quantities(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.start <= mention.figure_start < mention.figure_end <= mention.end
        assert mention.value.text == text[mention.start : mention.end]
        assert mention.value.low <= mention.value.high
        end = mention.end


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(text[m.start : m.end] for m in find_quantities(text))


@pytest.mark.parametrize("text", ["9" * 500, "999 " * 500, "1," * 500, "one hundred " * 500, "half a " * 500])
def test_a_run_of_figures_is_survived(text: str) -> None:
    assert all(abs(m.value.point) < 1e30 for m in find_quantities(text))


@given(st.integers(min_value=0, max_value=10**9))
def test_a_grouped_whole_number_is_read_as_itself(number: int) -> None:
    text = f"It holds {number:,} grains of sand in all"
    (mention,) = find_quantities(text)
    assert mention.value.point == number
