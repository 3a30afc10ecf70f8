"""The questions of the physical fields: each answered in words of its own, the answers opposed, silent where unsure."""

from __future__ import annotations

from sample_pair import contradictions

from checker import Article
from checker.analysis import analyse
from checker.factuality.aspects import find_aspect
from checker.factuality.standings import Standing, read_standings

OPPOSED = {
    "own_power": ("The ferry Alda reached port under her own power.", "A tug hauled the ferry Alda into port."),
    "way_up": ("The bus came to rest on its roof.", "The bus stood upright in the ditch."),
    "laden": ("The tanker was empty.", "The tanker was laden with petrol."),
    "punctual": ("The train arrived 40 minutes late.", "The train arrived on time."),
    "undercarriage": ("The pilot made a belly landing.", "The gear was down, the pilot said."),
    "braking": ("The driver slammed on the brakes.", "The car hit the wall without braking."),
    "after_crash": ("The driver of the van sped off.", "The driver of the van waited for police."),
    "crossing_gates": ("The barriers were up when the train came.", "The barriers were down when the train came."),
    "surface": ("The runway was dry.", "The plane left the wet runway."),
    "journey": ("The plane turned back over the sea.", "The plane continued its flight to Oslo."),
    "overload": ("The ferry was overloaded.", "The ferry was not overloaded."),
    "driven_by": ("The diesel locomotive caught fire.", "The electric locomotive caught fire."),
    "struck_by": ("The girl was hit by a lorry.", "The girl was run over by a tram."),
    "leaking": ("Oil is still gushing from the pipeline.", "The leak in the pipeline has been sealed."),
    "dyke": ("The dyke gave way at noon.", "The dyke withstood the flood."),
    "inside": ("The factory was empty when it burned.", "Forty people were inside the factory."),
    "clearing_out": ("Villagers were told to leave.", "Nobody in the valley had to leave."),
    "landfall": ("The storm came ashore at dawn.", "The storm veered away and never made landfall."),
    "by_hand": ("Rescuers dug in the rubble with bare hands.", "Rescuers dug in the rubble with an excavator."),
    "shut_by": ("The reactor shut itself down.", "Operators shut the reactor down by hand."),
    "trapped": ("Three miners are still trapped.", "The miners were brought to the surface."),
    "contact": ("Engineers lost contact with the probe.", "The probe phoned home on Sunday."),
    "door_state": ("The exits were chained.", "The exits stood open."),
    "alarm_given": ("The smoke alarm stayed silent.", "The smoke alarm went off at once."),
    "conscious": ("The climber was unconscious.", "The climber was talking to paramedics."),
    "breathing": ("The boy is on a ventilator.", "The boy is breathing unaided."),
    "needing": ("The patient needed dialysis again.", "The patient has not needed dialysis since May."),
    "side_effects": ("There were no serious side effects.", "The jab caused severe side effects."),
    "drug_status": ("The drug is already on the market.", "The drug is still being tested."),
    "tested_on": ("The drug worked in mice.", "The drug worked in patients."),
    "vaccinated": ("The child had been vaccinated.", "The child was unvaccinated."),
    "still_in": ("The singer was discharged from hospital.", "The singer will stay in hospital."),
    "stocks": ("There is a shortage of oxygen.", "There is enough oxygen."),
    "beast_found": ("The whale was already dead.", "The whale was still breathing."),
    "beast_raised": ("The bear had been raised in a zoo.", "The bear had lived in the wild."),
    "beast_caught": ("The lynx is still at large.", "The lynx was captured in a barn."),
    "beast_killed": ("The wolf was shot dead.", "The wolf was taken to a sanctuary."),
    "origin_of_species": ("The crab is native to the lake.", "The crab arrived in ballast water."),
    "edible": ("The fish is safe to eat.", "The fish is unfit for consumption."),
    "recalled": ("The maker recalled the heaters.", "The heaters stay on sale."),
    "tomb": ("The tomb had been looted.", "The tomb was undisturbed."),
    "by_chance": ("A farmer stumbled on the hoard.", "The hoard was found after years of searching."),
    "age_of_piece": ("The bronze is a modern copy.", "The bronze was cast in the fourth century."),
    "signature": ("The portrait is signed.", "The portrait has no signature."),
    "crewed": ("The capsule was uncrewed.", "The capsule flew with two astronauts on board."),
    "patched": ("The flaw was patched in May.", "The flaw has not been fixed."),
    "encrypted": ("The passwords were encrypted.", "The passwords were stored in plain text."),
    "backed_up": ("The records were backed up.", "There is no copy of the records."),
    "ransom": ("The firm paid the hackers.", "The firm refused to pay the hackers."),
    "made_of": ("The wooden bridge burned.", "The steel bridge burned."),
    "spilled": ("Forty tonnes of diesel leaked into the river.", "Forty tonnes of crude leaked into the river."),
    "summit_reached": ("The climbers reached the summit.", "The climbers turned back below the top."),
}


def read(number: int) -> dict[str, set[tuple[str, bool]]]:
    text = "\n\n".join(pair[number] for pair in OPPOSED.values())
    found: dict[str, set[tuple[str, bool]]] = {}
    for standing in read_standings(analyse(Article(id="a", text=text, published="2031-05-12"))):
        found.setdefault(standing.aspect.name, set()).add((standing.pole, standing.denied))
    return found


def test_each_question_is_answered_in_opposite_ways() -> None:
    one, other = read(0), read(1)
    for name in OPPOSED:
        opposed = [
            (a, b)
            for a, no in one.get(name, ())
            for b, yes in other.get(name, ())
            if (a in find_aspect(name).opposites(b) and not no and not yes) or (a == b and no != yes)
        ]
        assert opposed, (name, one.get(name), other.get(name))


def test_two_reports_are_set_against_each_other_where_each_gives_one_answer() -> None:
    whole = "The express to Halden arrived 40 minutes late on Friday."
    assert contradictions(whole, "The express to Halden arrived on time on Friday.", "state")
    both = "The express to Halden arrived on time on Friday, the train from Bergen 20 minutes late."
    assert not contradictions(whole, both, "state")


def test_what_is_so_of_another_thing_or_in_another_country_is_no_contradiction() -> None:
    assert not contradictions(
        "The maker recalled the heaters in Norway.", "In Spain the heaters stay on sale.", "state"
    )
    assert contradictions("The maker recalled the heaters in Norway.", "In Norway the heaters stay on sale.", "state")
    assert not contradictions(
        "The orchard is farmed organically.", "A neighbouring field was sprayed with insecticide.", "state"
    )


def test_a_sentence_that_opens_with_none_denies_what_it_tells() -> None:
    text = "None of the 400 people who were given the jab in May had severe side effects."
    standings: list[Standing] = [*read_standings(analyse(Article(id="a", text=text, published="2031-05-12")))]
    assert [(s.pole, s.denied) for s in standings if s.aspect.name == "side_effects"] == [("severe", True)]
