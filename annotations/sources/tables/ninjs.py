"""ninjs, the news in JSON of the IPTC: 1.x with `body_text`, 2.x and 3.x with `bodies`."""

from collections.abc import Mapping

from annotations.errors import SourceError

_WITHDRAWN = ("canceled", "cancelled", "withheld")
_STATUS = ("pubstatus", "pubStatus")
_HTML = ("body_xhtml", "body_html")
_BODIES = ("bodies", "headlines")
_SUBJECTS = ("subject", "subjects")
_OF_NINJS = (
    *("versioncreated", "versionCreated", "representationtype", "representationType"),
    *(*_STATUS, "bodies", "body_xhtml"),
)


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Whether a record is an item of ninjs: it has a URI, and what only ninjs calls so."""
    return "uri" in record and any(name in record for name in _OF_NINJS)


def record_of_ninjs(record: Mapping[str, object]) -> dict[str, object]:
    """An item of any version with its main headline and body as members of their own.

    HTML goes before plain text, which often has no paragraphs.

    Raises:
        SourceError: If the item is canceled or withheld.
    """
    status = next((record[name] for name in _STATUS if name in record), None)
    if status in _WITHDRAWN:
        raise SourceError(f"the item is {status} by its publisher")
    flat = {name: value for name, value in record.items() if name not in _BODIES}
    if headline := _main(record.get("headlines")):
        flat["headline"] = headline["value"]
    if body := _main(record.get("bodies")):
        flat["body_html" if _is_html(body) else "body"] = body["value"]
    if any(name in flat for name in _HTML):
        flat.pop("body_text", None)
    if subjects := [value for name in _SUBJECTS if (value := record.get(name))]:
        flat["tags"] = subjects[0]
    return flat


def _main(texts: object) -> Mapping[str, object] | None:
    """The text to be shown of a list of `{"role": …, "contentType": …, "value": …}`."""
    if not isinstance(texts, list):
        return None
    found = (each for each in texts if isinstance(each, Mapping) and each.get("value"))
    return min(found, key=_rank, default=None)


def _rank(text: Mapping[str, object]) -> tuple[bool, bool]:
    return not _is_html(text), text.get("role") not in ("main", None)


def _is_html(text: Mapping[str, object]) -> bool:
    names = (text.get(name) for name in ("contentType", "contenttype", "role"))
    return any("html" in name for name in names if isinstance(name, str))
