"""Finding who hears a message without asking every class each time."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump

_Handlers = Sequence[tuple[type, Callable[..., Any]]]

_KNOWN: dict[tuple[type, str, type[Message]], _Handlers | None] = {}
"""The handlers of each class for each kind of message, in the order of Textual's; null where a
selector has to be asked about the sender each time."""


class QuickHearing(MessagePump):
    """What remembers which of its classes handle a message.

    Textual looks through all bases at every message. Our screens are made of many parts, and a key
    is thirty messages: that was a tenth of what it took.
    """

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterable[tuple[type, Callable[[Message], Awaitable[None]]]]:
        key = (type(self), method_name, type(message))
        if key not in _KNOWN:
            _KNOWN[key] = _handlers(*key)
        handlers = _KNOWN[key]
        if handlers is None:
            return super()._get_dispatch_methods(method_name, message)
        return self._bound(handlers, message)

    def _bound(
        self, handlers: _Handlers, message: Message
    ) -> Iterator[tuple[type, Callable[[Message], Awaitable[None]]]]:
        for kind, method in handlers:
            if message._no_default_action:
                return
            yield kind, method.__get__(self, kind)


def _handlers(kind: type, method_name: str, message: type[Message]) -> _Handlers | None:
    """As `MessagePump._get_dispatch_methods` finds them: those of `@on` first, then by name."""
    found: list[tuple[type, Callable[..., Any]]] = []
    for each in kind.__mro__:
        decorated = each.__dict__.get("_decorated_handlers") or {}
        for heard in message.__mro__:
            for method, selectors in decorated.get(heard, ()):
                if selectors:
                    return None
                if method not in (known for _, known in found):
                    found.append((each, method))
        named = each.__dict__.get(f"_{method_name}") or each.__dict__.get(method_name)
        if named is not None and not getattr(named, "_textual_on", None):
            found.append((each, named))
    return found
