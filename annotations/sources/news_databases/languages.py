"""Languages as databases name them, in the language of whoever uses them."""

_NAMES = {
    "en": "english englisch anglais inglés ingles inglese inglês engels",
    "de": "german deutsch allemand alemán aleman tedesco alemão duits",
    "fr": "french französisch francais français francés francese francês frans",
    "es": "spanish spanisch espagnol español espanol spagnolo espanhol spaans",
    "it": "italian italienisch italien italiano italiaans",
    "pt": "portuguese portugiesisch portugais portugués português portoghese portugees",
    "nl": "dutch niederländisch néerlandais neerlandés olandese holandês nederlands",
    "ar": "arabic arabisch arabe árabe arabo",
    "ru": "russian russisch russe ruso russo",
    "zh": "chinese chinesisch chinois chino cinese",
    "ja": "japanese japanisch japonais japonés giapponese",
    "tr": "turkish türkisch turc turco türkçe",
    "uk": "ukrainian ukrainisch ukrainien ucraniano",
    "pl": "polish polnisch polonais polaco polacco",
    "fa": "persian farsi persisch persan",
    "ko": "korean koreanisch coréen coreano",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}


def language_code(name: str) -> str | None:
    """The ISO 639-1 code of a language's name; null if it is not known."""
    word = name.replace(";", " ").replace(",", " ").split()[:1]
    return _CODES.get(word[0].lower()) if word else None
