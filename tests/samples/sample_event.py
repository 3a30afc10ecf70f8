"""Three short invented articles on one event, and one on another, as the tests of the engine use them."""

from __future__ import annotations

from checker.model import Article

WIRE = Article(
    "wire",
    "Paper mill at Ostrava Bend to close\n\n"
    "OSTRAVA BEND, May 6 (Northline Wire) - The Halden paper mill will close in September, its owner said on Tuesday, "
    "and 340 workers will lose their jobs. The board approved the closure on Monday. The plant lost $18 million last "
    "year. Chief executive Marta Kolar said the mill had run out of time.\n\n"
    "The union signed a pay agreement with the company in April. Kolar attended the meeting with the union on "
    "Monday.\n",
    source="Northline Wire",
    published="2031-05-06",
)
DAILY = Article(
    "daily",
    "Halden to shut paper mill with loss of 430 jobs\n\n"
    "The Halden paper mill at Ostrava Bend will close in November, and 430 workers will lose their jobs, the owner "
    "said on Tuesday. The board rejected the closure on Monday. The plant lost $18 million last year, according to its "
    "accounts.\n\n"
    "Chief executive Marta Kolar did not attend the meeting with the union on Monday. A river ferry for the "
    "workers cost 12 crowns a day.\n",
    source="Ostrava Daily",
    published="2031-05-07",
)
RADIO = Article(
    "radio",
    "The owner of the Halden paper mill at Ostrava Bend said on Tuesday that the mill would close. About 340 workers "
    "will lose their jobs. The mayor, Jan Benes, asked the government for help. Two brothers who work on one machine "
    "told Radio Bend that they had heard of it from a neighbour.\n",
    source="Radio Bend",
    title="Mill at Ostrava Bend to close in September, 340 jobs lost",
    published="2031-05-07",
)
ELSEWHERE = Article(
    "elsewhere",
    "Snow closes three mountain passes\n\n"
    "Heavy snow closed three passes in the Tarn mountains on Sunday, and a ski race for 90 juniors was put off. The "
    "road service said that ploughs had worked through the night.\n",
    source="Alpine Post",
    published="2031-02-10",
)
EVENT = (WIRE, DAILY, RADIO)
ALL = (*EVENT, ELSEWHERE)
