"""The commands that say how far an article is as a whole, the same in a list and in the article."""

from reader.commands.command import Command


def state_commands(room: str, what: str) -> tuple[Command, ...]:
    """The commands of a room.

    Args:
        room: Where they work.
        what: What gets the state, as help calls it.
    """
    return (
        Command(
            f"{room}.state-reviewed",
            "Z r",
            "state('reviewed')",
            f"{what}: reviewed, whatever is left",
            brief="reviewed",
        ),
        Command(
            f"{room}.state-excluded",
            "Z x",
            "state('excluded')",
            f"{what}: excluded from queue and export",
            brief="excluded",
        ),
        Command(
            f"{room}.state-later",
            "Z l",
            "state('later')",
            f"{what}: put off, last in the queue",
            brief="later",
        ),
        Command(
            f"{room}.state-as-annotated",
            "Z n",
            "state('as-annotated')",
            f"{what}: as far as the annotations say",
            brief="as annotated",
        ),
    )
