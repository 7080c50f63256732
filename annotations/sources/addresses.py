"""When two web addresses are of one page. Pure.

courlan, which comes with trafilatura, was tried for this: it is imported in a quarter of a second,
keeps schemes and AMP pages apart, and in its strict form drops every parameter but a few, which
would make one page of `?article=1` and `?article=2`.
"""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

_SCHEMES = frozenset({"http", "https"})
_PORTS = {"http": "80", "https": "443"}
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|piwik|matomo|at|stm|vero|wt|sc|trk|itm)_\w+"
    r"|(?:fb|g|dc|gb|wb|tw|ms|y|twcl|li_fat_|igsh|mk)clid|gclsrc|igshid|igsh|mc_[ce]id|mkt_tok"
    r"|_hs(?:enc|mi)|_ga|_gl|cmpid|cmp|icid|ito|ocid|ncid|smid|smtyp|sr_share|srsltid|spm|xtor"
    r"|ref|ref_?src|ref_?url|refer{1,2}er|rss|taid|guccounter|guce_refer{1,2}er(?:_sig)?"
    r"|sharetype|shared?_?id|via|emc|ns_\w+"
    r"|__twitter_impression|amp|outputtype|usqp|amp_js_v|amp_gsa|s_cid|cid_share",
    re.IGNORECASE,
)
"""Parameters that say how a reader came to a page or in which dress it is shown, as newsletters,
feeds, search engines and social networks append them; never which page it is."""
_DRESS = re.compile(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.])")
"""First labels of hosts that show the same pages for other screens."""
_AMP_END = re.compile(
    r"(?<=[^/])(?:/amp(?:\.html?)?|\.amp(?=\.html?$|$))(?=$|\.html?$)", re.IGNORECASE
)
_AMP_START = re.compile(r"^/amp(?=/.)", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_SAFE = "/:@!$&'()*+,;=~-._%"


def canonical(url: str) -> str:
    """The address by which an article is known, however somebody came to it.

    Scheme and host in small letters and without what only names another dress (`www.`, `m.`,
    `amp.`); ports, fragments, tracking parameters, AMP endings and a slash at the end left out;
    the other parameters in order; `https` for `http`. What is no web address is given back as it
    is, without blanks around it. It is for comparing, not for fetching: the server may answer
    under the address itself alone.

    >>> canonical("HTTP://www.Example.org:80/a/?utm_source=x&id=1#top")
    'https://example.org/a?id=1'
    """
    address = url.strip()
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return address
    if parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        return address
    path, query = _path(parts.path), _query(parts)
    return f"https://{_host(parts, port)}{path}{'?' if query else ''}{query}"


def _host(parts: SplitResult, port: int | None) -> str:
    host = _DRESS.sub("", (parts.hostname or "").rstrip("."), count=1)
    usual = port is None or str(port) in _PORTS.values()
    return host if usual else f"{host}:{port}"


def _path(path: str) -> str:
    """A path with its letters escaped in one way, without what only dresses the page."""
    plain = quote(unquote(path), safe=_SAFE) if "%" not in unquote(path) else path
    plain = re.sub("/{2,}", "/", plain)
    plain = _INDEX.sub("", _AMP_START.sub("", plain)).rstrip("/")
    return _AMP_END.sub("", plain).rstrip("/")


def _query(parts: SplitResult) -> str:
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    )
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in kept)
