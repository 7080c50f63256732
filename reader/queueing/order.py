"""The orders in which a queue brings what waits."""

from enum import Enum

from annotations.store.waiting import Stage, Sureness


class Order(Enum):
    """What a queue begins with."""

    UNSURE_FIRST = "least sure first"
    """What its detector was least sure of, in all articles, before what it was surer of."""
    READING = "in reading order"
    """Article by article, each from its beginning."""

    @property
    def other(self) -> "Order":
        """The other one."""
        return Order.READING if self is Order.UNSURE_FIRST else Order.UNSURE_FIRST


_SURENESSES = {
    Order.UNSURE_FIRST: (Sureness.LOW, Sureness.MEDIUM, Sureness.HIGH),
    Order.READING: (Sureness.ANY,),
}

STAGES: dict[Order, tuple[Stage, ...]] = {
    order: tuple(
        Stage(sureness, put_off) for put_off in (False, True) for sureness in _SURENESSES[order]
    )
    for order in Order
}
"""The parts that a queue works off one after the other; articles that were put off come last."""
