"""The folders in which browsers keep what belongs to a page that was saved as "complete"."""

import re
from collections.abc import Container

_PAGE = re.compile(r"(.+)\.(?:x?html?|xht|shtml)", re.IGNORECASE)
_COMPANION = re.compile(
    r"(.+)[-_ .](?:files|dateien|fichiers|archivos|arquivos|ficheiros|file|bestanden|pliki"
    r"|soubory|filer|tiedostot|dosyalar|elemei|fajlovi|файлы|файли|ملفات)",
    re.IGNORECASE,
)
"""As browsers call them in their languages: "Report_files", "Report-Dateien"."""


def page_stem(name: str) -> str | None:
    """The name of a page without its ending; null if it is none of a page."""
    match = _PAGE.fullmatch(name)
    return match[1] if match else None


def belongs_to_page(name: str, pages: Container[str]) -> bool:
    """Whether a folder holds what belongs to one of the pages beside it.

    Args:
        name: What the folder is called.
        pages: The pages beside it, without their endings.
    """
    match = _COMPANION.fullmatch(name)
    return match is not None and match[1] in pages
