"""A web server on this machine that answers what a test tells it to."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """Pages by their paths, and what was asked for."""

    address: str
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Each path that was asked for, with the headers in lower case."""

    def add(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Put up a page; its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, data)
        return self.address + path

    def add_zipped(self, path: str, body: bytes) -> str:
        """Put up a page that is compressed; its address."""
        return self.add(path, gzip.compress(body), Content_Encoding="gzip")

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.asked]


def _handler(site: Site, held: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            if self.path == "/silent":
                held.wait(20)
                return
            status, own, body = site.pages.get(self.path, (404, {}, b"nothing"))
            if own.get("ETag") and headers.get("if-none-match") == own["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | own).items():
                self.send_header(name, value)
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serving() -> Iterator[Site]:
    """A server; what waits at `/silent` is let go at the end."""
    held = threading.Event()
    made = Site(address="")
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(made, held)) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=lambda: server.serve_forever(0.01))
        thread.start()
        try:
            yield made
        finally:
            held.set()
            server.shutdown()
            thread.join()
