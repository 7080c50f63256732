"""A report as an agency sends it, as desks print it, and what others write of the same event."""

PARAGRAPHS = (
    "KOVINO, March 8 (Calder Wire) - A ferry with at least 40 people on board went down off Marrow "
    "Point before dawn on Friday, the coast guard said, and 12 bodies had been found by noon.",
    "The ferry Marta had left the harbour of Kovino at four o'clock with workers of the cannery, "
    "said Captain Ines Brandt, who leads the search. Boats from 3 villages took 21 people aboard.",
    "“We pulled them out of water that was hardly above freezing,” Brandt told reporters on the "
    "mole. “I do not want to name a number, because every number that I have named was too low.”",
    "The owner of the ferry, Bo Lind, denied that it had been overloaded. Inspectors last saw the "
    "Marta in 2017, when two of her life rafts were found to be torn, according to the registry.",
    "In 1998 the Marta lost seven passengers in a storm at the same place. A court found then that "
    "the lights of the channel had been out for 16 days, and nobody was sentenced.",
    "The mayor of Kovino asked people to stay off the mole, where ambulances wait. Divers from "
    "Telgrad are expected on Saturday if the wind, now at 60 kilometres an hour, lets them.",
)
REPORT = "\n\n".join(PARAGRAPHS)
"""As the agency sent it."""
CUT = "\n\n".join(PARAGRAPHS[:4])
"""Without its end."""
LOCAL = "\n\n".join(
    (
        "A woman from our town is among those saved from a ferry that sank off Kovino's coast.",
        *PARAGRAPHS[1:4],
        "Petra Voss, 31, of Eastham called her parents at nine, her brother told this newspaper.",
        *PARAGRAPHS[4:],
    )
)
"""With another beginning and something of its own."""
UPDATED = REPORT.replace("12 bodies", "19 bodies").replace("21 people", "23 people")
"""With higher numbers."""
OWN = (
    "Relatives stood on the mole of Kovino all day on Friday, waiting for the boats that came back "
    "from Marrow Point one by one. The ferry Marta sank there in the dark. By the evening 14 dead "
    "lay in the fish hall, as a nurse counted them; Captain Ines Brandt of the coast guard would "
    "not say how many are still missing.\n\nThe cannery sends a bus on other days, said Rosa Dean, "
    "who packs sardines and missed the crossing because her child was ill. On Friday there was no "
    "bus. “So they took the old boat,” she said."
)
"""What a reporter who was there wrote."""


def bulletin(day: str, new: int, total: int, town: str) -> str:
    """What a ministry sends every day."""
    return (
        f"At least {new} people were killed and {new * 3} others were wounded in the past day, "
        f"the Health Ministry said on {day}. The new figures bring the number of people killed "
        f"since the war began to {total:,}, the ministry said in its daily statement, and that of "
        f"the wounded to {total * 2:,}. An unknown number of victims are still under the rubble "
        f"and on the roads, where ambulances cannot reach them, the statement said. The latest "
        f"attacks struck {town}. The army did not comment at once on the figures."
    )
