"""The animated picture: frames in, one SVG out that any viewer can show."""

import re
from pathlib import Path
from xml.etree import ElementTree

from animation import Frame, animated
from rich.segment import Segment
from rich.style import Style
from story import STORY

PLAIN = Style.parse("#e0e0e0 on #121212")
NAME = Style.parse("bold underline #6fc1f0 on #121212")
FIRST = [[Segment("Mara ", PLAIN), Segment("Dell", NAME)], [Segment(" " * 9, PLAIN)]]
SECOND = [[Segment("<Mara> & ", PLAIN)], FIRST[0]]
FRAMES = (
    Frame(keys="/", said="finds", seconds=1, lines=FIRST),
    Frame(keys="a", said="accepts", seconds=3, lines=SECOND, is_still=True),
)
SVG = "{http://www.w3.org/2000/svg}"


def parsed(frames: tuple[Frame, ...] = FRAMES) -> ElementTree.Element:
    return ElementTree.fromstring(animated(frames, title="Mara & Dell"))


def shown(picture: ElementTree.Element, frame: str) -> list[str]:
    """The texts of a frame from the top down, that below the terminal last."""
    rows = {each.get("id"): "".join(each.itertext()) for each in picture.iter(f"{SVG}g")}
    (group,) = (each for each in picture.iter(f"{SVG}g") if each.get("id") == frame)
    uses = [rows[each.attrib["href"].removeprefix("#")] for each in group.iter(f"{SVG}use")]
    return [*uses, *("".join(each.itertext()) for each in group.iter(f"{SVG}text"))]


def test_every_frame_shows_its_lines_and_what_was_done() -> None:
    picture = parsed()
    assert shown(picture, "f0") == ["MaraDell", "/  finds"]
    assert shown(picture, "f1") == ["<Mara>\u00a0&", "MaraDell", "a  accepts"]


def test_a_row_that_comes_again_is_drawn_once() -> None:
    texts = [each.text for each in parsed().iter(f"{SVG}text")]
    assert texts.count("Mara") == 1


def test_letters_keep_to_the_cells_of_the_terminal() -> None:
    dell = next(each for each in parsed().iter(f"{SVG}text") if each.text == "Dell")
    assert (dell.get("x"), dell.get("textLength")) == ("48", "38.4")


def test_frames_follow_one_another_without_a_gap() -> None:
    sheet = animated(FRAMES, title="")
    assert "animation:4s step-end infinite" in sheet
    assert "@keyframes a0{0.000%{visibility:visible}25.000%{visibility:hidden}}" in sheet
    assert (
        "@keyframes a1{0%{visibility:hidden}25.000%{visibility:visible}to{visibility:visible}}"
        in sheet
    )


def test_one_frame_stands_still_where_nothing_is_to_move() -> None:
    picture = animated(FRAMES, title="")
    still, _, moving = picture.partition("@media (prefers-reduced-motion:no-preference)")
    assert ".f{visibility:hidden}.still{visibility:visible}" in still
    assert "animation" not in still and "animation" in moving
    assert re.findall(r'<g id="(f\d+)" class="f still">', picture) == ["f1"]


def test_grounds_and_reversed_colours_are_drawn() -> None:
    line = [Segment("ab", Style.parse("reverse #e0e0e0 on #121212"))]
    picture = parsed((Frame(keys="", said="", seconds=1, lines=[line], is_still=True),))
    grounds = [each.get("fill") for each in picture.iter(f"{SVG}rect")]
    assert grounds[-1] == "#e0e0e0"


def test_the_picture_of_the_readme_tells_the_whole_story() -> None:
    path = Path(__file__).with_name("story.svg")
    picture = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    assert path.stat().st_size < 500_000
    assert not [each for each in picture.iter() if each.tag == f"{SVG}script"]
    said = [shown(picture, f"f{number}")[-1] for number in range(len(STORY))]
    for act, below in zip(STORY, said, strict=True):
        assert below.replace("\u00a0", " ") == f"{act.shown}  {act.said}"
    assert sum(act.is_still for act in STORY) == 1
