"""What a model finds is counted against the truth, by kind."""

from __future__ import annotations

from typing import Any

from tools.geometry import Box
from tools.see.elements.element import Element
from training.detector.check import Tally, count, table


def element(kind: str, *box: int, state: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "box": list(box), "state": state, "enabled": True}


TOLD = {
    "elements": [
        element("field", 10, 10, 100, 20),
        element("dropdown", 10, 40, 100, 20),
        element("checkbox", 10, 70, 13, 13, state="off"),
        element("link", 10, 90, 50, 13),
    ],
    "ignore": [[200, 0, 100, 100]],
}
FOUND = (
    Element("field", Box(12, 11, 97, 20), 0.9),
    Element("field", Box(10, 40, 100, 20), 0.8),
    Element("checkbox", Box(10, 70, 13, 13), 0.9, "on", 0.6),
    Element("tab", Box(210, 10, 40, 20), 0.9),
)


def test_each_element_is_counted_as_what_it_was_taken_for() -> None:
    tally = Tally()
    assert count(tally, TOLD, FOUND, "tk") == 2
    assert dict(tally.found) == {"field": 1, "checkbox": 1}
    assert dict(tally.taken) == {("dropdown", "field"): 1, ("link", ""): 1}
    assert dict(tally.states) == {("checkbox", "off", "on"): 1}
    assert tally.wrong["field"] == 1
    assert tally.proposed["tab"] == 0


def test_the_table_names_what_was_confused() -> None:
    tally = Tally()
    count(tally, TOLD, FOUND, "tk")
    told = table(tally)
    assert "dropdown            1    0.0%" in told
    assert "field 1" in told
    assert "checkbox off on" in told
