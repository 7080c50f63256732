from annotations.store.tags import TagUse
from reader.tag_columns import fitting, heading, ordered, tag_line

USES = [
    TagUse(tag="aid", articles=2, annotations=0),
    TagUse(tag="method", articles=3, annotations=1, below=2, is_used=False),
    TagUse(tag="method/drone", articles=1, annotations=1),
    TagUse(tag="method/mine", articles=2, annotations=0, in_deleted=1200),
]


def line(use: TagUse, width: int, *, in_tree: bool = True, with_deleted: bool = False) -> str:
    parts = tag_line(
        use, width, colours={"method": "red"}, in_tree=in_tree, with_deleted=with_deleted
    )
    assert sum(map(len, parts)) == width
    return "".join(parts)


def test_by_use_each_stays_below_its_parent() -> None:
    tags = [use.tag for use in ordered(USES, by="use")]
    assert tags == ["method", "method/drone", "method/mine", "aid"]
    assert ordered(USES, by="name") == USES


def test_a_tag_is_found_by_parts_of_any_level() -> None:
    assert [use.tag for use in fitting(USES, "MET dro")] == ["method/drone"]
    assert fitting(USES, " ") == USES


def test_in_the_tree_a_tag_says_its_last_level_and_its_colour() -> None:
    assert line(USES[2], 60).split() == ["drone", "red", "1", "1"]
    assert line(USES[2], 60).startswith("  drone")
    assert line(USES[1], 60).split() == ["method/", "red", "3", "1"]


def test_outside_the_tree_it_says_all_of_itself() -> None:
    assert line(USES[2], 60, in_tree=False).startswith("method/drone")


def test_deleted_articles_are_counted_apart() -> None:
    assert line(USES[3], 70, with_deleted=True).split() == ["mine", "red", "2", "·", "1,200"]
    assert "In deleted" in heading(70, sort="name", with_deleted=True)


def test_a_narrow_list_leaves_the_colour_out() -> None:
    assert line(USES[2], 40).split() == ["drone", "1", "1"]
    assert heading(40, sort="use", with_deleted=False).split() == [
        *("Tag", "Articles▼", "Annotations"),
    ]
    assert len(heading(40, sort="use", with_deleted=False)) == 40
