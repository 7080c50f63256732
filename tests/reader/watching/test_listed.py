"""Lists of feeds that are watched."""

from pathlib import Path

from annotations.sources import Address
from reader.watching.listed import each_of


def test_each_feed_of_a_list(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml><body><outline xmlUrl="https://a.example/1"/><outline text="b">'
        '<outline xmlUrl="https://a.example/2"/><outline xmlUrl="https://a.example/1"/>'
    )
    assert each_of(opml) == [Address("https://a.example/1"), Address("https://a.example/2")]
    urls = tmp_path / "feeds.txt"
    urls.write_text("# feeds\nhttps://a.example/1\n")
    assert each_of(urls) == [Address("https://a.example/1")]


def test_all_else_stands_for_itself(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("One.")
    for source in (article, tmp_path, tmp_path / "missing", Address("https://a.example/1")):
        assert each_of(source) == [source]
