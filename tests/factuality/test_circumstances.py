"""How something was done and what went with it: each answer in several words, and against its opposite."""

from __future__ import annotations

import pytest
from sample_pair import contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police chief Tomas Reyes resigned on Friday, the ministry said.",
            "Tomas Reyes was sacked as police chief on Friday after a stormy meeting.",
        ),
        (
            "Mayor Ada Lind said she would seek re-election in May.",
            "Ada Lind will not stand again in May, she told the council.",
        ),
        (
            "His lawyer said that he would appeal against the sentence.",
            "The defendant accepted the verdict and will not appeal, his lawyer said.",
        ),
        (
            "The residents were consulted at eleven meetings, the company said.",
            "Nobody asked the residents, said a farmer whose land it crosses.",
        ),
        ("The members elected the bishop in a secret ballot.", "The bishop was chosen by a show of hands."),
        (
            "The attack was captured on CCTV and the film handed to police.",
            "There is no footage of the attack: the cameras had been off for a week.",
        ),
        (
            "The cyclist was wearing a helmet, police said.",
            "The cyclist was not wearing a helmet when the van hit her, a witness said.",
        ),
        (
            "The suspect gave himself up without resistance.",
            "The suspect was arrested after a chase through the market and resisted arrest.",
        ),
        ("Officers fired shots into the air to scatter the crowd.", "Not a shot was fired, the police said."),
        (
            "Police used tear gas to clear the square.",
            "The square was cleared without the use of force, the governor said.",
        ),
        ("The final was played before a full house.", "There were rows of empty seats at the final."),
        ("The two presidents shook hands in front of the cameras.", "The two presidents left without shaking hands."),
        (
            "The minister read a statement and took questions for half an hour.",
            "The minister read a statement and took no questions.",
        ),
        ("The head teacher was suspended on full pay.", "The head teacher has been suspended without pay."),
        (
            "The king's address was broadcast live on television.",
            "The king's address had been recorded the day before, the palace said.",
        ),
        (
            "There will be no compulsory redundancies at the plant.",
            "The plant plans 300 compulsory redundancies by the summer.",
        ),
        (
            "The singer Mila Orn died of natural causes, the coroner found.",
            "Mila Orn was murdered, the prosecutor said.",
        ),
        (
            "Passengers will be refunded in full, the airline said.",
            "Stranded passengers will get no refund from the airline.",
        ),
        ("All guards had been trained in the spring.", "The guards were untrained, the union said."),
        ("The bridge was inspected in March and found sound.", "The bridge had not been inspected since it opened."),
        (
            "The government turned down a request for a loan, the minister said.",
            "The airline never asked the state for a loan.",
        ),
        ("The family has asked for an autopsy.", "The family did not ask for an autopsy, its lawyer said."),
        (
            "The hostel had smoke alarms on every floor, its owner said.",
            "There were no smoke alarms in the hostel, firefighters said.",
        ),
        (
            "The bus driver was texting when it left the road, a passenger said.",
            "The driver's phone was switched off, police found.",
        ),
        (
            "The car was speeding when it hit the wall.",
            "The car was travelling well below the speed limit, the inquiry found.",
        ),
        ("The train passed a red signal at Halden.", "The signal was green, the drivers' union said."),
        ("The skater Ina Voss tested positive in March.", "Ina Voss tested negative in March, her coach said."),
        (
            "All residents were evacuated before noon.",
            "Residents were told to stay indoors and keep their windows shut.",
        ),
        ("The poet accepted the prize in a letter.", "The poet turned down the prize in a letter to the jury."),
        (
            "Prosecutors are treating the stabbing as an act of terrorism.",
            "The stabbing is not being treated as terrorism, police said.",
        ),
        ("The fire was started deliberately, investigators believe.", "The fire was an accident, the fire chief said."),
        (
            "Personal data were stolen in the attack, the regulator said.",
            "No data was lost or taken, the company said.",
        ),
        ("Lund missed the penalty in the last minute.", "Lund converted the penalty in the last minute."),
        (
            "Citizens of both states may travel without a visa from May.",
            "Travellers still need a visa, the ministry said.",
        ),
        ("Karl Brandt was buried in Bergen on Friday.", "Karl Brandt was cremated on Friday in a private service."),
        (
            "The gunman had no criminal record.",
            "The gunman was known to police and had previous convictions for assault.",
        ),
    ],
)
def test_opposite_circumstances_contradictions(one: str, other: str) -> None:
    assert contradictions(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police chief Tomas Reyes resigned on Friday.",
            "Tomas Reyes stepped down as police chief on Friday; his deputy was sacked last year.",
        ),
        (
            "The court barred Leandro Cruz from public office for life.",
            "Leandro Cruz may never hold public office again.",
        ),
        ("Mayor Ada Lind will seek re-election in May.", "Her rival Bo Krantz will not stand again."),
        ("He would appeal, his lawyer said.", "The defence intends to appeal within ten days."),
        ("The residents were consulted at eleven meetings.", "The farmers of the next valley were not consulted."),
        (
            "The members elected the bishop in a secret ballot.",
            "The bishop was elected in a secret vote, and the treasurer by a show of hands.",
        ),
        ("The attack was captured on CCTV.", "Cameras filmed the attack from two sides."),
        ("The cyclist was wearing a helmet.", "The van driver was not wearing a seat belt."),
        ("The suspect gave himself up without resistance.", "He went quietly, said a neighbour."),
        ("Police used tear gas at the station.", "Police looked on in the square."),
        (
            "The final was played before a full house.",
            "The final was sold out in an hour; the first round was half empty.",
        ),
        ("The two presidents shook hands.", "They embraced each other at the airport."),
        ("The minister took questions.", "The minister stayed to answer questions."),
        ("Norrtel will pay in cash.", "It is an all-cash deal."),
        ("The head teacher was suspended on full pay.", "She is suspended, and keeps her salary."),
        ("The address was broadcast live.", "It went out live at eight."),
        ("There will be no compulsory redundancies.", "The firm offers voluntary redundancy to 40 people."),
        ("Mila Orn died of natural causes.", "She died peacefully in her sleep."),
        ("Passengers will be refunded.", "Travel agents will get no refund."),
        ("All guards had been trained in the spring.", "The new nurses were untrained."),
        ("The bridge was inspected in March.", "The tunnel had not been inspected since it opened."),
        ("The club asked for a meeting with the league.", "The club has not asked for compensation."),
        (
            "The government turned down a request for a loan.",
            "The airline had asked the state for a loan in May and was refused.",
        ),
        ("The hostel had smoke alarms on every floor.", "The hostel, fitted with smoke alarms, had no sprinklers."),
        ("The bus driver was texting.", "The driver had a phone in hand, a passenger said."),
        ("The car was speeding.", "The car was going too fast, and the lorry kept to the speed limit."),
        ("The train passed a red signal.", "The train ran through a signal at danger."),
        ("Ina Voss tested positive.", "Bea Lang tested negative."),
        ("All residents were evacuated.", "Guests of the hotel were told to stay in their rooms."),
        ("The poet accepted the prize.", "The poet declined the invitation to the dinner."),
        ("It was a terrorist attack.", "Police treated it as terrorism at once."),
        ("The fire was started deliberately.", "The fire was no accident."),
        ("Data were stolen.", "Records were stolen, too."),
        ("A tsunami warning was issued.", "A tsunami warning went out; no evacuation order was given."),
        ("Lund missed the penalty.", "The keeper saved the penalty."),
        ("They may travel without a visa.", "It is visa-free from May."),
        ("Karl Brandt was buried on Friday.", "Karl Brandt was laid to rest in Bergen; his wife had been cremated."),
        ("The gunman had no criminal record.", "He was unknown to police."),
    ],
)
def test_one_circumstance_in_other_words_and_two_things_do_not(one: str, other: str) -> None:
    assert not contradictions(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The airline said the crew had been grounded.", "The crew has been taken off duty, the airline said."),
        ("The bridge was closed to lorries in March.", "Since March only cars may use the bridge."),
    ],
)
def test_words_of_another_use_and_of_a_part_give_no_answer(one: str, other: str) -> None:
    assert not contradictions(one, other)
