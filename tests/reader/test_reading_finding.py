from reader.reading import Reading

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
TALE = "Port, harbour, port, Port"


def test_find_goes_to_the_first_hit_from_the_origin_on() -> None:
    reading = Reading(TALE)
    reading.find("port", origin=0)
    assert (reading.cursor, reading.hits.starts) == (0, (0, 15, 21))
    reading.find("port", origin=1)
    assert reading.cursor == 15
    reading.find("Port", origin=1)
    assert (reading.cursor, reading.hits.starts) == (21, (0, 21))


def test_find_goes_round_at_the_end() -> None:
    reading = Reading(TALE)
    reading.find("harb", origin=20)
    assert reading.cursor == 6


def test_find_goes_back_to_the_origin_when_there_is_no_hit() -> None:
    reading = Reading(TALE)
    reading.find("p", origin=7)
    assert reading.cursor == 15
    for sought in ("pq", ""):
        reading.find(sought, origin=7)
        assert (reading.cursor, len(reading.hits)) == (7, 0)


def test_hits_go_round() -> None:
    reading = Reading(TALE)
    reading.find("port", origin=0)
    assert [(reading.to_hit(1), reading.cursor) for _ in range(3)] == [(1, 15), (2, 21), (0, 0)]
    assert [(reading.to_hit(-1), reading.cursor) for _ in range(3)] == [(2, 21), (1, 15), (0, 0)]


def test_without_hits_the_cursor_stays() -> None:
    reading = Reading(TALE)
    reading.go(7)
    assert (reading.to_hit(1), reading.to_hit(-1), reading.cursor) == (None, None, 7)


def test_hit_inside_a_cluster_does_not_hold_the_cursor() -> None:
    reading = Reading(f"{FAMILY} and {FAMILY}")
    reading.find("\N{WOMAN}", origin=0)
    assert reading.cursor == 0
    assert (reading.to_hit(1), reading.cursor) == (1, 10)
    assert (reading.to_hit(-1), reading.cursor) == (0, 0)
