"""The proxy that the environment names for an address."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_for(address: str) -> str | None:
    """The proxy to go through, as `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` have it.

    Null for none, and for kinds of proxies that urllib3 alone does not speak to.
    """
    parts = urlsplit(address)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    spelled = proxy if "://" in proxy else f"http://{proxy}"
    return spelled if spelled.startswith(("http://", "https://")) else None
