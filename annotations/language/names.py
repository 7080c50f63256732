"""The languages that have a name here, by their codes.

Codes are ISO 639-1, as BCP 47 wants it, and ISO 639-3 where there is none of two letters.
"""

_NAMES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bo": "Tibetan",
    "bs": "Bosnian",
    "ca": "Catalan",
    "ckb": "Sorani Kurdish",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "dv": "Maldivian",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "ha": "Hausa",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "ht": "Haitian Creole",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "ig": "Igbo",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "la": "Latin",
    "ln": "Lingala",
    "lo": "Lao",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mg": "Malagasy",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay",
    "mt": "Maltese",
    "my": "Burmese",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "om": "Oromo",
    "or": "Odia",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "rw": "Kinyarwanda",
    "sd": "Sindhi",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "st": "Sotho",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "tg": "Tajik",
    "th": "Thai",
    "ti": "Tigrinya",
    "tk": "Turkmen",
    "tl": "Tagalog",
    "tr": "Turkish",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "wo": "Wolof",
    "xh": "Xhosa",
    "yo": "Yoruba",
    "zh": "Chinese",
    "zu": "Zulu",
}

_OTHER_NAMES = {
    "burmese": "my",
    "farsi": "fa",
    "filipino": "tl",
    "kiswahili": "sw",
    "mandarin": "zh",
    "arabisch": "ar",
    "deutsch": "de",
    "englisch": "en",
    "anglais": "en",
    "castellano": "es",
    "español": "es",
    "espanol": "es",
    "français": "fr",
    "francais": "fr",
    "inglés": "en",
    "ingles": "en",
    "italiano": "it",
    "nederlands": "nl",
    "português": "pt",
    "portugues": "pt",
    "svenska": "sv",
    "türkçe": "tr",
    "русский": "ru",
    "українська": "uk",
    "العربية": "ar",
    "עברית": "he",
    "中文": "zh",
    "日本語": "ja",
}
"""What sources call some of them besides."""

_LONG_CODES = {
    **{"afr": "af", "amh": "am", "ara": "ar", "arb": "ar", "aze": "az", "bel": "be", "bul": "bg"},
    **{"ben": "bn", "bos": "bs", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de"},
    **{"ger": "de", "ell": "el", "gre": "el", "eng": "en", "spa": "es", "est": "et", "fas": "fa"},
    **{"per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "hau": "ha", "heb": "he", "hin": "hi"},
    **{"hrv": "hr", "hun": "hu", "hye": "hy", "arm": "hy", "ind": "id", "ita": "it", "jpn": "ja"},
    **{"kat": "ka", "geo": "ka", "kaz": "kk", "khm": "km", "kor": "ko", "kur": "ku", "kir": "ky"},
    **{"lav": "lv", "lit": "lt", "mkd": "mk", "mac": "mk", "mya": "my", "bur": "my", "nep": "ne"},
    **{"nld": "nl", "dut": "nl", "nor": "no", "nob": "no", "nno": "no", "pol": "pl", "pus": "ps"},
    **{"por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl"},
    **{"som": "so", "sqi": "sq", "alb": "sq", "srp": "sr", "swa": "sw", "swe": "sv", "tam": "ta"},
    **{"tel": "te", "tgk": "tg", "tha": "th", "tgl": "tl", "tir": "ti", "tur": "tr", "uig": "ug"},
    **{"ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "zho": "zh", "chi": "zh", "cmn": "zh"},
    **{"nb": "no", "nn": "no", "iw": "he", "in": "id", "prs": "fa", "fil": "tl"},
}
"""ISO 639-2 and 639-3 codes, and codes of dialects and old ones, of languages that have another."""

_NO_LANGUAGE = frozenset(("und", "mul", "mis", "zxx", "qaa", "xx"))
"""Codes for a language that nobody knows, for several, and for none."""

_BY_NAME = {name.casefold(): code for code, name in _NAMES.items()} | _OTHER_NAMES


def name_of(language: str) -> str:
    """What a language is called, by its code; a code without a name stands for itself.

    >>> name_of("de"), name_of("tpi")
    ('German', 'tpi')
    """
    return _NAMES.get(language, language)


def code_of(said: str) -> str | None:
    """The code of a language that a source or a person says.

    Args:
        said: A code, perhaps with a country or a script behind it, or a name.

    Returns:
        Null if it is none, or says that there is none.

    >>> code_of("en-GB"), code_of("ger"), code_of("German"), code_of("und"), code_of("?")
    ('en', 'de', 'de', None, None)
    """
    word = said.strip().casefold()
    if word in _BY_NAME:
        return _BY_NAME[word]
    code = word.replace("_", "-").partition("-")[0]
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3) or code in _NO_LANGUAGE:
        return None
    return _LONG_CODES.get(code, code)


def beginning(begun: str) -> list[str]:
    """The names of the languages that begin so, in alphabetical order."""
    folded = begun.casefold()
    return sorted(name for name in _NAMES.values() if name.casefold().startswith(folded))
