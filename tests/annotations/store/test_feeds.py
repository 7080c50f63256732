"""What is remembered of feeds."""

from pathlib import Path
from shutil import copy

from annotations.model import Article
from annotations.store import Store
from annotations.store.feeds import FeedState


def test_a_feed_is_remembered_with_and_without_its_pages(blank: Path, tmp_path: Path) -> None:
    path = Path(copy(blank, tmp_path / "store.db"))
    state = FeedState(etag='"1"', modified="Mon, 02 Mar 2026 10:00:00 GMT", not_before=12.5)
    with Store.open(path) as store:
        assert store.feeds.state("https://a.example/", with_pages=False) == FeedState()
        store.feeds.remember("https://a.example/", FeedState(etag='"0"'), with_pages=False)
        store.feeds.remember("https://a.example/", state, with_pages=False)
    with Store.open(path) as store:
        assert store.feeds.state("https://a.example/", with_pages=False) == state
        assert store.feeds.state("https://a.example/", with_pages=True) == FeedState()


def test_articles_are_known_by_their_addresses(blank: Path, tmp_path: Path) -> None:
    article = Article(
        id="a", text="One.", title="", url="https://a.example/", origin="https://b.ex/"
    )
    with Store.open(Path(copy(blank, tmp_path / "store.db"))) as store:
        store.articles.add_one(article)
        addresses = ("https://a.example/", "https://b.ex/", "https://c.example/", "a")
        assert [store.articles.is_from(each) for each in addresses] == [True, True, False, False]
        assert (store.articles.text("a"), store.articles.text("b")) == ("One.", None)
