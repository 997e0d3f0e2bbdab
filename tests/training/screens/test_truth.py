"""What programs tell of elements that an area or a pop-up cuts off."""

from __future__ import annotations

from training.screens.programs.truth import element, inside, uncovered


def boxes(*elements: dict[str, object]) -> list[object]:
    return [one["box"] for one in elements]


def test_an_area_that_scrolls_shows_what_is_in_it() -> None:
    rows = [element("row", [0, top, 50, 20]) for top in (0, 20, 40, 60)]
    told = inside(rows, [0, 0, 50, 55])
    assert boxes(*told) == [[0, 0, 50, 20], [0, 20, 50, 20], [0, 40, 50, 15]]
    assert [one.get("clipped", False) for one in told] == [False, False, True]


def test_a_pop_up_cuts_an_element_straight_or_to_pieces() -> None:
    places = {"dialog": [0, 0, 100, 100], "field": [0, 0, 50, 20], "row": [0, 20, 50, 20]}
    told = [element(kind, place) for kind, place in places.items()]
    free, ignored = uncovered(told, [[40, 0, 60, 30]])
    assert boxes(*free) == [[0, 0, 100, 100], [0, 0, 40, 20]]
    assert ignored == [[0, 30, 50, 10], [0, 20, 40, 10]]


def test_an_element_has_what_was_asked_for_and_is_read_only_only_where_it_is() -> None:
    asked = {"value": "7", "label": "Weight", "enabled": False, "readonly": True, "focused": False}
    told = element("number", [1.4, 2, 3, 4], asked)
    assert (told["text"], told["label"], told["enabled"], told["readonly"]) == ("7", "Weight", False, True)
    assert "readonly" not in element("button", [0, 0, 9, 9])


def test_a_label_that_a_pop_up_covers_has_no_place() -> None:
    box = element("checkbox", (10, 50, 12, 12), label_box=[30, 50, 60, 12])
    [one], ignored = uncovered([box], [[40, 0, 100, 60]])
    assert one["label_box"] is None
    assert one["box"] == [10, 50, 12, 12]
    assert ignored == []
