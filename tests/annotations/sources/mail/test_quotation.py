"""What a message repeats is left out, and nothing that it says itself."""

import pytest

from annotations.sources.mail.quotation import Own, own


def reply(text: str) -> Own:
    return own(text, is_reply=True)


@pytest.mark.parametrize(
    "below",
    [
        "On Wed, 19 Oct 2016 at 21:00, Jo Lane <jo@courier.example> wrote:\n> The toll?\n>\n"
        "> Is it final?",
        "On Wed, 19 Oct 2016 at 21:00, Jo Lane <jo@courier.example>\nwrote:\n\n> The toll?\n>> And",
        "Am 19.10.2016 um 21:00 schrieb Jo Lane:\n> What is the toll?",
        "Le 19 oct. 2016 à 21:00, Jo Lane a écrit :\n\n> What is the toll?",
        "El 19/10/2016 a las 21:00, Jo Lane escribió:\n> What is the toll?",
        "Jo Lane <jo@courier.example>:\n> What is the toll?",
        "> What is the toll?",
        "-----Original Message-----\nFrom: Jo Lane\nSent: Wednesday\n\nWhat is the toll?",
        "________________________________\nFrom: Jo Lane <jo@courier.example>\n"
        "Sent: Wednesday, October 19, 2016 9:00 PM\nTo: Mara Dell\nSubject: Toll\n\nWhat?",
        "*From:* Jo Lane\n*Date:* Wednesday\n*To:* Mara Dell\n*Subject:* Toll\n\nWhat is the toll?",
        "On 19 Oct 2016, at 21:00, Jo Lane <jo@courier.example> wrote:\n\nWhat is the toll?",
    ],
)
def test_earlier_mail_below_an_answer(below: str) -> None:
    found = reply(f"At least 12 people died.\n\n{below}\n")
    assert found.text == "At least 12 people died."
    assert found.quoted > 0


@pytest.mark.parametrize(
    "text",
    [
        "> What is the toll?\nAt least 12.\n> Is it final?\nNo.",
        "He said: “On the day we wrote:\nnothing.”",
        "Only\n> quoted below the answer, and then\nsomething else.",
        "The list\nFrom: here\nTo: there",
        "---------- Forwarded message ---------\nFrom: A\nDate: B\nTo: C\nSubject: D\n\nText.",
        "Begin forwarded message:\n\n> Text.",
        "> nothing but\n> quoted text",
    ],
)
def test_what_is_kept_in_answers(text: str) -> None:
    assert reply(text) == Own(text=text)


def test_in_what_is_no_answer_nothing_counts_as_quoted() -> None:
    memo = "PRESS\nFrom: The council\nDate: 20 October\nTo: Media\nSubject: Bridge\n\nShut.\n> 1"
    assert own(memo, is_reply=False) == Own(text=memo)


@pytest.mark.parametrize(
    "end",
    [
        "-- \nMara Dell\nThe Courier",
        "--\nMara Dell",
        "-- \nYou received this message because you are subscribed to the Google Groups group.\n"
        "To unsubscribe from this group, send an email to x@groups.example.",
        "_______________________________________________\nPress mailing list\n"
        "Press@lists.example\nhttps://lists.example/mailman/listinfo/press",
        "Unsubscribe",
        "Unsubscribe | Update your preferences | View in browser",
        "You are receiving this email because you signed up on our site.",
        "If you no longer want our mail, you can unsubscribe here.",
        "Sent from my iPhone",
    ],
)
def test_signatures_and_footers(end: str) -> None:
    assert own(f"The bridge is shut.\n\nIt opens on Friday.\n\n{end}\n", is_reply=False).text == (
        "The bridge is shut.\n\nIt opens on Friday."
    )


@pytest.mark.parametrize(
    "text",
    [
        "-- ENDS --\n\nNotes to editors: the bridge was built in 1962.",
        "-- \n" + "\n".join(f"Line {number} of a long text." for number in range(20)),
        "Users found no way to leave; one said they “would not unsubscribe”.",
        "The council said it would update its settings.",
    ],
)
def test_what_only_looks_like_a_footer(text: str) -> None:
    assert own(f"The bridge is shut.\n\n{text}", is_reply=False).text.endswith(text)


def test_a_signature_above_quoted_text_goes_too() -> None:
    found = reply("Twelve.\n\n-- \nMara\n\nOn Monday Jo wrote:\n> The toll?\n")
    assert found == Own(text="Twelve.", quoted=1)
