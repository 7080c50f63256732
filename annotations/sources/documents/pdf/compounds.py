"""Words that keep their hyphen where a line ends behind it."""

FIRST = frozenset(
    {
        *("self", "non", "well", "vice", "quasi", "all", "half", "full", "middle", "world"),
        *("one", "two", "three", "first", "third"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        *("government", "opposition", "army", "police", "militia", "military", "rocket"),
    }
)
"""First parts of compounds; a typesetter seldom parts another word behind one of these."""

SECOND = frozenset(
    {
        *("backed", "led", "based", "controlled", "affiliated", "aligned", "allied", "linked"),
        *("supported", "sponsored", "occupied", "owned", "related", "propelled", "ranking"),
        *("level", "scale", "term", "range", "profile", "speed", "wing", "trained", "armed"),
        *("made", "style", "wide", "friendly", "torn", "stricken", "ridden", "old", "long"),
    }
)
"""Second parts of compounds; no other word ends so behind a place where it may be parted."""

SHORTEST_BEFORE_SECOND = 4
"""Letters before one of these: "ar-range" is no compound."""

BEFORE: dict[str, tuple[str, ...]] = {
    "cease": ("fire",),
    "co": ("o", "exist", "found", "author", "chair", "ordin", "pilot", "defend", "signat", "work"),
    "re": ("e",),
    "pre": ("e", "war", "dawn"),
    "so": ("called",),
    "anti": ("gov", "tank", "pers", "air", "war", "terror", "corrupt", "riot", "reg", "ship"),
    "pro": ("gov", "dem", "regime", "rebel", "indep", "western"),
    "ex": (
        "minister",
        "president",
        "soldier",
        "fighter",
        "combat",
        "rebel",
        "officer",
        "husb",
        "wife",
    ),
    "post": ("war", "conf", "elec", "col", "sov"),
    "counter": ("off", "terr", "att", "ins"),
    "cross": ("border", "line"),
    "inter": ("ethn", "comm"),
    "semi": ("auto", "off"),
}
"""First parts that often are the beginning of one word, with how the second part begins where
they are not."""
