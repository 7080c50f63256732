"""Texts made from one mould each, as some desks and offices send them day after day."""

# ruff: noqa: E501 - prose is easier to read in lines as long as they come

import random
from collections.abc import Callable

SAYINGS = (
    "None of us had believed that such a thing could come to pass in this place",
    "We ask for patience, because those who work there have not slept for two nights",
    "Whoever gave the order will have to answer for it before a court",
    "There was smoke first, then a silence, and then everyone began to shout at once",
    "I have lost the house, and still I am luckier than most of my neighbours",
    "The figures will rise, I am afraid, and nobody should pretend otherwise",
    "They told us to wait for help, and we waited until the morning",
    "No inspection in the past ten years had found anything of the kind",
)
TOWNS = (
    *("Lindow", "Oldport", "Arden", "Maresh", "Telgrad", "Kovino", "Harrow Bay", "Santa Pila"),
    *("Brenno", "Queenstown", "Dalmar", "Ostrava Nova", "Pelham", "Ridgeway", "Tarsk", "Umbria"),
)
PEOPLE = (
    *("Mara Dell", "Ivo Brandt", "Lena Okoye", "Sami Haddad", "Ruth Calder", "Pavel Nemec"),
    *("Ana Ruiz", "Tomas Lind", "Grace Achieng", "Yusuf Demir", "Olga Petrova", "Henry Vance"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "July", "September", "November")


def _weather(chance: random.Random) -> str:
    towns = chance.sample(TOWNS, 5)
    day, low = chance.choice(DAYS), chance.randint(-4, 14)
    numbers = [chance.randint(1, 90) for _ in range(8)]
    return (
        f"{towns[0]} will be cloudy on {day} with a chance of rain of {numbers[0]} per cent, the "
        f"weather office said. Temperatures are expected to lie between {low} and "
        f"{low + numbers[1] % 12} degrees. In the south, around {towns[1]}, it will be drier, with "
        f"winds from the west of up to {numbers[2]} kilometres an hour.\n\n"
        f"On the coast near {towns[2]} the sea will be moderate, with waves of up to "
        f"{numbers[3] % 5} metres. Small boats are asked to stay in harbour until {numbers[4] % 24} "
        f"hours. In the hills above {towns[3]} snow may fall above {numbers[5] * 20} metres.\n\n"
        f"The outlook for the days after is unsettled, with a low of {low - 3} degrees in "
        f"{towns[4]}. The office will give its next forecast at {numbers[6] % 12} o'clock. "
        f"Yesterday's rain was {numbers[7]} millimetres."
    )


def _market(chance: random.Random) -> str:
    points = [chance.randint(10, 9_999) for _ in range(9)]
    firms = [f"{town} {kind}" for town, kind in zip(
        chance.sample(TOWNS, 4), ("Steel", "Energy", "Bank", "Foods"), strict=True
    )]  # fmt: skip
    return (
        f"Shares on the main exchange closed {chance.choice(('higher', 'lower'))} on "
        f"{chance.choice(DAYS)}. The leading index ended the session at {points[0]}.{points[1] % 99} "
        f"points, a change of {points[2] % 300} points from the day before. About "
        f"{points[3]} million shares changed hands, against {points[4]} million in the session "
        f"before.\n\nAmong the most active were {firms[0]}, at {points[5] % 400}, and {firms[1]}, "
        f"which ended at {points[6] % 700}. {firms[2]} and {firms[3]} fell. Advancing shares "
        f"outnumbered declining ones by {points[7] % 900} to {points[8] % 900}.\n\n"
        f"The dollar stood at {points[2] % 9}.{points[3] % 99} at the close of trading, and oil at "
        f"{points[4] % 90}.{points[1] % 99} a barrel. Traders said that they awaited the figures of "
        f"the central bank, which are due on {chance.choice(DAYS)}."
    )


def _daily_toll(chance: random.Random) -> str:
    total = chance.randint(8_000, 60_000)
    new, wounded = chance.randint(3, 180), chance.randint(10, 400)
    town = chance.choice(TOWNS)
    return (
        f"At least {new} people were killed and {wounded} others were wounded in the past 24 hours, "
        f"the Health Ministry said on {chance.choice(DAYS)}.\n\nThe new figures bring the number of "
        f"people killed since the war began on 7 March to {total:,}, the ministry said in its daily "
        f"statement, and that of the wounded to {total * 2 + wounded:,}. Women and children make "
        f"up {chance.randint(51, 74)} per cent of the dead, according to the ministry, whose count "
        f"does not tell civilians from fighters.\n\nAn unknown number of victims are still under the "
        f"rubble and on the roads, where ambulances and civil defence crews cannot reach them, the "
        f"statement said. The latest attacks struck {town}, where {chance.randint(2, 30)} bodies "
        f"were brought to the hospital, and {chance.choice(TOWNS)}. The army did not comment at "
        f"once on the figures. It has said that it takes precautions to avoid harm to civilians."
    )


def _quake(chance: random.Random) -> str:
    town, sea = chance.sample(TOWNS, 2)
    size, deep = chance.randint(41, 69) / 10, chance.randint(5, 120)
    return (
        f"An earthquake of magnitude {size} struck near {town} on {chance.choice(DAYS)}, the "
        f"seismological survey said. It happened at {chance.randint(0, 23)}:{chance.randint(10, 59)} "
        f"local time at a depth of {deep} kilometres, {chance.randint(8, 90)} kilometres from {sea}.\n"
        f"\nThere were no immediate reports of damage or casualties, and no tsunami warning was "
        f"issued. The country lies on a fault along which quakes are frequent. In "
        f"{chance.randint(1950, 2015)} a quake of magnitude {size + 1:.1f} killed "
        f"{chance.randint(20, 4_000)} people in the same region and left thousands without homes."
    )


def _court(chance: random.Random) -> str:
    accused, judge, lawyer = chance.sample(PEOPLE, 3)
    years, age = chance.randint(2, 24), chance.randint(19, 66)
    return (
        f"{accused}, {age}, of {chance.choice(TOWNS)}, was sentenced to {years} years in prison on "
        f"{chance.choice(DAYS)} after being found guilty of taking part in an armed group. The "
        f"court in {chance.choice(TOWNS)} found that the accused had joined the group in "
        f"{chance.choice(MONTHS)} {chance.randint(2009, 2018)} and had taken part in at least "
        f"{chance.randint(2, 9)} attacks.\n\nJudge {judge} said that the accused had shown no "
        f"remorse. Counsel {lawyer} said that they would appeal within {chance.randint(7, 30)} days. "
        f"The prosecution had asked for {years + chance.randint(1, 6)} years. Since the law came "
        f"into force {chance.randint(30, 900)} people have been tried under it, according to the "
        f"ministry of justice."
    )


def _incident(chance: random.Random) -> str:
    """A line of a security bulletin, in which almost everything is formula."""
    officer, town = chance.choice(PEOPLE), chance.choice(TOWNS)
    return (
        f"Unidentified gunmen opened fire on a checkpoint near {town} on {chance.choice(DAYS)} "
        f"evening, killing {chance.randint(1, 14)} soldiers and wounding {chance.randint(2, 30)} "
        f"others, police said. The attackers fled before reinforcements arrived, district police "
        f"chief {officer} said. No group claimed responsibility for the attack. Security forces have "
        f"cordoned off the area and a search operation was under way, {officer.split()[1]} added. "
        f"Militants often target security forces in the district of {chance.choice(TOWNS)}, where "
        f"{chance.randint(20, 300)} members of the security forces have been killed this year."
    )


_MOULDS: dict[str, Callable[[random.Random], str]] = {
    "weather": _weather,
    "market": _market,
    "daily toll": _daily_toll,
    "earthquake": _quake,
    "court": _court,
    "attack on a checkpoint": _incident,
}


def series(length: int = 12) -> dict[str, list[str]]:
    """So many texts from each mould."""
    return {
        kind: [mould(random.Random(f"{kind} {number}")) for number in range(length)]
        for kind, mould in _MOULDS.items()
    }
