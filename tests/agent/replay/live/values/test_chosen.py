"""The rows of chosen entries, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.values.chosen import ChosenEntry
from tests.tools.scenes import line, painted, scene
from tools.see.scene import Scene

ORDERS = (("A-101", "Miller", "100.00"), ("A-102", "Meier", "250.00"), ("A-103", "Smith", "75.50"))


def table(*orders: tuple[str, str, str], across: int = 0) -> Scene:
    """Numbers and names begin in one line, amounts end in one."""
    return painted(
        *(
            line(text, left + across - (8 * len(text) if text[-1] == "0" else 0), 100 + 24 * row)
            for row, order in enumerate(orders)
            for text, left in zip(order, (20, 120, 400), strict=True)
        ),
        line("Orders of May", 20 + across, 20),
    )


def entry(then: Scene, now: Scene, was: str = "Meier", name: str = "Smith") -> ChosenEntry:
    texts = [
        next(one for one in shown.lines if one.text == text) for shown, text in ((then, was), (now, name))
    ]
    return ChosenEntry(then, texts[0], now, texts[1])


def test_cells_go_by_their_columns() -> None:
    then = table(*ORDERS)
    for now in (then, table(*ORDERS[::-1], across=60)):
        assert sorted(entry(then, now).cells()) == [("250.00", "75.50"), ("A-102", "A-103")]


def test_a_cell_that_is_empty_leaves_its_column_without_a_text() -> None:
    then = table(*ORDERS)
    now = Scene(then.frame, tuple(one for one in then.lines if one.text != "75.50"), ())
    assert entry(then, now).cells() == [("A-102", "A-103")]


def test_what_stands_beside_it_is_told() -> None:
    then = table(*ORDERS)
    told = 'beside "Smith" stands "A-103", "75.50", and "A-102", "250.00" beside "Meier" in the recording'
    assert entry(then, then).told() == told
    alone = scene(*(line(name, 20, 100 + 24 * row) for row, name in enumerate(("Meier", "Smith"))))
    assert entry(alone, alone).told() is None
