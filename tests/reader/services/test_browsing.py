import pytest

from reader.services.browsing import WebAddress, has_screen, web_address


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("http://example.org:8080", "example.org"),
        ("HTTPS://Example.ORG/", "example.org"),
        ("https://example.com@evil.example/", "evil.example"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
    ],
)
def test_web_addresses_say_which_machine_they_lead_to(url: str, host: str) -> None:
    assert web_address(url) == WebAddress(url, host)


@pytest.mark.parametrize(
    "url",
    [
        *("", "example.org", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"),
        *("ftp://example.org/", "mailto:a@example.org", "vscode://x", "--help", "-https://a.b"),
        *("https://", "https:///path", "http://[::1", "https://example.org/a b"),
        *("https://example.org/\x1b[31m", "https://example.org/\n", " https://example.org/"),
    ],
)
def test_nothing_else_is_opened(url: str) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "darwin", True),
        ({}, "win32", True),
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"SSH_CONNECTION": "a 1 b 2"}, "darwin", False),
        ({"SSH_TTY": "/dev/pts/1"}, "linux", False),
        ({"SSH_CONNECTION": "a 1 b 2", "DISPLAY": "localhost:10"}, "linux", True),
    ],
)
def test_a_browser_is_started_only_where_it_would_be_seen(
    environment: dict[str, str], platform: str, expected: bool
) -> None:
    assert has_screen(environment, platform=platform) is expected
