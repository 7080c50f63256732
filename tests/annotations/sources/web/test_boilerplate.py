"""What pages print around articles is told from what articles say."""

import pytest

from annotations.sources.web.boilerplate import is_boilerplate, names_furniture


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Advertisement",
            "Share",
            "Share this article",
            "Click to share on X (Opens in new window)",
        ),
        *("Read more", "Read more: The road to the coast", "READ MORE: The road", "See also: Maps"),
        *("Related", "More on this story", "Most read", "Story continues below advertisement"),
        *("Sign up for our morning newsletter", "after newsletter promotion", "5 min read"),
        *("We use cookies to improve your experience.", "Accept all cookies", "Subscribe"),
        *("© 2024 The Courier. All rights reserved.", "Copyright 2023 Wire", "Leave a comment"),
        *("12 comments", "Back to top", "Facebook Twitter Print Email", "Image source, AFP"),
        *("Lire aussi : La route", "Lesen Sie auch", "Leer más", "Читайте также: Карта"),
        *("اقرأ أيضا: الطريق", "Реклама", "Publicité", "Our Standards: The Wire Principles."),
    ],
)
def test_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Save the Children staff killed", "Report on the killings", "Report to the council"),
        *("Register of the dead has 412 names", "No comment from the army", "Post office burned"),
        *("Share of the dead who were civilians", "Home to 40,000 people", "Two dead"),
        *("More than 40 people died", "See how they live", "Subscribers without power"),
        *("Read the names, she said.", "The newsletter of the party was shut.", "Print works hit"),
        *("“Sign up or be shot,” they told him.", "Latest figures: 12 dead", "Follow the money"),
        *("Email seen by the court", "Support for the rebels falls", "In the meantime"),
    ],
)
def test_what_articles_say_stays(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    ("names", "is_so"),
    [
        ("related-posts", True),
        ("wp-block-comments", True),
        ("article__share-bar", True),
        ("ad-slot top", True),
        ("no-sidebar", False),
        ("reads", False),
        ("article-body", False),
        ("header-image", False),
    ],
)
def test_names_of_elements(names: str, is_so: bool) -> None:
    assert names_furniture(names) == is_so
