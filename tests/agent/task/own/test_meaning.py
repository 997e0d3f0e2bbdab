"""Which own steps are known, and which of them a sentence means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.task import load_task
from agent.task.own.meaning import expanded, known_steps, meant
from tests.agent.task.own.orders import STEPS

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_known_has_its_place_and_its_first_words(tmp_path: Path) -> None:
    (tmp_path / "steps.py").write_text(STEPS)
    known = known_steps([tmp_path])
    assert [(one.pattern.sentence, one.line) for one in known] == [
        ("Open order {number}", 4),
        ("Open orders {first} and {second}", 14),
        ("Pick the year of {date}", 19),
    ]
    assert known[0].doc == "Looks an order up and opens it."
    assert known[0].where == f"{tmp_path}/steps.py:4"


def test_a_sentence_means_the_one_whose_pattern_it_is_and_stays_where_nobody_knows_more(
    tmp_path: Path,
) -> None:
    (tmp_path / "steps.py").write_text(STEPS)
    (tmp_path / "t.yaml").write_text("instruction: x\nsteps: [Open order 7, Press Tab]\n")
    order, tab = load_task(tmp_path / "t.yaml").steps
    found = meant(order, tmp_path)
    assert found is not None
    assert (found[0].pattern.sentence, found[1]) == ("Open order {number}", {"number": "7"})
    assert meant(tab, tmp_path) is None
    [same] = expanded(order, tmp_path, lambda *_: None)
    assert (same.template, same.is_unexpanded, tab.is_unexpanded) == ("Open order 7", True, False)
