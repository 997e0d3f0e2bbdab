"""The decorator of own steps leaves a function as it is."""

from __future__ import annotations

from agent.steps import MARK, step


def test_a_function_keeps_its_sentences_and_stays_what_it_is() -> None:
    def open_order(number: str) -> str:
        return number

    assert step("Open {number}")(step("Show {number}")(open_order)) is open_order
    assert getattr(open_order, MARK) == ("Show {number}", "Open {number}")
    assert open_order("7") == "7"
