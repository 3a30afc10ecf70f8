"""Invented news for the benchmarks: any number of articles about any number of events, the same ones on every run.

Each event is an accident, a deal or a ruling in a place of its own. Its articles tell it in different words and order,
some with other figures, as news does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from checker import Article

PLACES = ("Arlow", "Brenta", "Corvane", "Dunmarra", "Estrel", "Fennick", "Galdor", "Hestermouth", "Ivarsk", "Jorvale")
ENDINGS = (
    "",
    " Bay",
    " Heights",
    " North",
    " Valley",
    " Cross",
    "haven",
    "ford",
    " South",
    " Bridge",
    "stead",
    " Port",
)
SURNAMES = ("Abram", "Bexley", "Castellan", "Drummond", "Ekholm", "Farrow", "Grieve", "Halloran", "Iversen", "Jessop")
GIVEN = ("Anna", "Bernard", "Clara", "David", "Edith", "Felix", "Greta", "Henry", "Irene", "Jonas", "Karin", "Lucas")
BODIES = ("Transport Safety Board", "Interior Ministry", "Regional Council", "Port Authority", "Competition Office")
FIRMS = ("Northgate", "Silverline", "Meridian", "Bluewater", "Kestrel", "Oakfield", "Polaris", "Redstone", "Summit")
OUTLETS = ("Courier", "Gazette", "Tribune", "Morning Post", "Observer", "Herald", "Dispatch", "Evening Mail")

ACCIDENT = (
    "At least {n} people were {killed} and {m} hurt when a {vehicle} {crashed} near {place} on {day}, officials said.",
    "The {vehicle} was carrying {k} passengers when it {crashed} shortly after {hour} a.m.",
    "{given} {surname}, the head of the {body}, said that the cause was not yet known.",
    '"We have never seen anything like it," {surname} told reporters at the scene.',
    "Rescue teams searched the area until the evening, and {r} divers joined them on {next_day}.",
    "The {body} will publish a first report within {w} weeks.",
    "{firm}, which operates the {vehicle}, denied that it had ignored warnings.",
    "It was the {nth} accident of the kind in {place} since {year}.",
    "Damage is estimated at ${d} million.",
    "The government declared {q} days of mourning.",
)
DEAL = (
    "{firm} agreed on {day} to buy its rival {other} for ${d} billion in cash, the companies said.",
    "The takeover would create the largest carrier in {place}, with {k} employees and {m} ships.",
    "{given} {surname}, chief executive of {firm}, called it a historic step for the region.",
    '"Customers will pay less from the first day," {surname} said in a statement.',
    "The {body} must approve the deal and expects to decide within {w} months.",
    "About {n} jobs will be cut at the headquarters in {place}, according to a person familiar with the talks.",
    "Shares of {other} rose {q} percent, while those of {firm} fell {r} percent.",
    "Unions rejected the plan and announced a strike for {next_day}.",
    "It would be the {nth} merger in the industry since {year}.",
    "The contract was signed at {hour} a.m. in {place}.",
)
RULING = (
    "A court in {place} on {day} ordered {firm} to pay ${d} million for polluting a river.",
    "The judges found that the company had released {k} tonnes of waste between {year} and last year.",
    "{given} {surname}, who spoke for {n} residents, welcomed the decision.",
    '"It took us {w} years to be heard," {surname} said outside the court.',
    "{firm} said that it would appeal and that it had followed the rules of the {body}.",
    "The hearing began at {hour} a.m. and lasted {q} hours.",
    "Some {m} people had fallen ill, {r} of them children.",
    "The {body} suspended the licence of the plant until {next_day}.",
    "It is the {nth} fine of this size in the country since {year}.",
    "Two former managers did not attend the hearing.",
)
KINDS = (ACCIDENT, DEAL, RULING)
FILLERS = (
    "Traffic around {place} was disrupted for most of the day.",
    "Residents said that they had complained to the {body} many times before.",
    "The mayor of {place} visited families on {next_day} and promised help.",
    "Opposition lawmakers called for an inquiry into the role of the {body}.",
    "Analysts had expected a smaller sum, the {outlet} reported.",
    "{given} {surname} declined to answer further questions.",
)
ONSETS = (
    "b",
    "br",
    "c",
    "d",
    "dr",
    "f",
    "g",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
)
RHYMES = ("a", "al", "an", "ar", "e", "el", "en", "er", "i", "il", "in", "o", "ol", "on", "or", "u", "um", "ur")
LOCAL = (
    "{second_surname}, who lives on {street} Street in {place}, said that nobody had been warned.",
    "The {river} river and the {street} quarter were closed off by the police until {next_day}.",
    "{given} {surname} had asked {second_surname} of {other} for help two days before.",
    "The {river} Foundation collected money in {second_place}, {q} miles away.",
)
FIRST_DAY = datetime(2031, 3, 3)
SENTENCES = 14


@dataclass(frozen=True, slots=True)
class Event:
    """What all articles about one event have in common."""

    kind: tuple[str, ...]
    words: dict[str, str]
    numbers: dict[str, int]
    day: datetime


def coin_name(chance: Random) -> str:
    """A name that hardly any other event has."""
    return "".join(chance.choice(ONSETS) + chance.choice(RHYMES) for _ in range(3)).capitalize()


def coin_names(event: Event, number: int) -> Event:
    """The event in a place, and with people and firms, that no other has: an archive has thousands."""
    chance = Random(f"names of {number}")
    place, surname, firm, other, *rest = (coin_name(chance) for _ in range(8))
    words = {
        **event.words,
        "place": place,
        "surname": surname,
        **dict(zip(("second_place", "second_surname", "street", "river"), rest, strict=True)),
        "firm": f"{firm} {event.words['firm'].split()[1]}",
        "other": f"{other} {event.words['other'].split()[1]}",
        "body": f"{place} {event.words['body']}",
    }
    lead, *others = event.kind
    return replace(event, kind=(lead, *LOCAL, *others), words=words, day=FIRST_DAY + timedelta(days=number % 2000))


def invent_event(number: int) -> Event:
    """The event with this number."""
    chance = Random(f"event {number}")
    day = FIRST_DAY + timedelta(days=number % 200)
    firm, other = chance.sample(FIRMS, 2)
    place = PLACES[number % len(PLACES)] + ENDINGS[number // len(PLACES) % len(ENDINGS)]
    words = {
        "place": place,
        "surname": chance.choice(SURNAMES) + chance.choice(("", "son", "berg", "field", "mann")),
        "given": chance.choice(GIVEN),
        "body": chance.choice(BODIES),
        "firm": f"{firm} {chance.choice(('Lines', 'Group', 'Freight', 'Energy'))}",
        "other": f"{other} {chance.choice(('Cargo', 'Holdings', 'Marine', 'Power'))}",
        "vehicle": chance.choice(("ferry", "train", "bus", "cargo plane")),
        "nth": chance.choice(("second", "third", "fourth", "fifth")),
    }
    top = {"n": 60, "m": 300, "k": 2000, "r": 40, "w": 12, "d": 90, "q": 9}
    numbers = {name: chance.randint(2, most) for name, most in top.items()}
    numbers |= {"hour": chance.randint(1, 11), "year": chance.randint(1990, 2025)}
    return Event(chance.choice(KINDS), words, numbers, day)


def write_article(event: Event, name: str) -> Article:
    """One article about an event: its facts in the article's own order, a few of them told differently, and colour."""
    chance = Random(name)
    numbers = {k: v + (chance.random() < 0.1) * chance.randint(1, 9) for k, v in event.numbers.items()}
    outlet = f"{chance.choice(PLACES)} {chance.choice(OUTLETS)}"
    facts = {
        **event.words,
        **{k: str(v) for k, v in numbers.items()},
        "day": f"{event.day:%A}",
        "next_day": f"{event.day + timedelta(days=1):%A}",
        "killed": chance.choice(("killed", "dead")),
        "crashed": chance.choice(("crashed", "caught fire", "overturned")),
        "outlet": outlet,
    }
    lead, *rest = event.kind
    others = [*rest, *FILLERS]
    chance.shuffle(others)
    told = [sentence.format(**facts) for sentence in (lead, *others[: SENTENCES - 1])]
    paragraphs = [" ".join(told[at : at + 2]) for at in range(0, len(told), 2)]
    published = event.day + timedelta(hours=chance.randint(10, 40))
    return Article(name, "\n\n".join(paragraphs), source=outlet, published=published)


def write_articles(events: int, each: int, first: int = 0, *, archive: bool = False) -> list[Article]:
    """``each`` articles about every one of so many events, from the event with number ``first`` on.

    In an ``archive`` no two events have names in common.
    """
    numbers = range(first, first + events)
    told = [(n, coin_names(invent_event(n), n) if archive else invent_event(n)) for n in numbers]
    return [write_article(event, f"e{n}-a{k}") for n, event in told for k in range(each)]
