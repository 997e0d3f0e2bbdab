"""Page: each miss with its picture; what a screen says is shown and never obeyed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from benchmarks.exam.answering import Answer
from benchmarks.exam.page import page
from benchmarks.exam.questions import Question
from tests.benchmarks.exam.screens import act, mark, still

if TYPE_CHECKING:
    from pathlib import Path


def test_each_miss_is_drawn_with_both_places(tmp_path: Path) -> None:
    on = still(picture=str(tmp_path / "a.png"))
    Image.fromarray(np.full((300, 400, 3), 200, np.uint8)).save(on.picture)
    told = page([mark(Question("Type", 0), act(30, 30), on), mark(Question("Tick", 0), act(150, 30), on)], "")
    assert "2 questions, 1 misses" in told
    assert told.count("<article") == told.count("class=asked") == told.count("class=act") == 1


def test_an_answer_without_a_place_has_none_drawn(tmp_path: Path) -> None:
    on = still(picture=str(tmp_path / "a.png"))
    Image.fromarray(np.full((300, 400, 3), 200, np.uint8)).save(on.picture)
    assert "class=act" not in page([mark(Question("Type", 0), Answer("stop", ""), on)], "")


def test_the_silently_wrong_ones_come_first(tmp_path: Path) -> None:
    on = still(picture=str(tmp_path / "a.png"))
    Image.fromarray(np.full((300, 400, 3), 200, np.uint8)).save(on.picture)
    told = page([mark(Question("A", 0), Answer("stop", ""), on), mark(Question("B", 0), act(1, 1), on)], "")
    assert told.index("<h3>B</h3>") < told.index("<h3>A</h3>")


def test_texts_are_escaped(tmp_path: Path) -> None:
    on = replace(still(picture=str(tmp_path / "a.png")), look="<b>look")
    Image.fromarray(np.full((300, 400, 3), 200, np.uint8)).save(on.picture)
    told = page([mark(Question("<script>1", 0), Answer("stop", "<script>2"), on)], "<script>3")
    assert "<script>" not in told
    assert "<b>look" not in told
    assert told.count("&lt;script&gt;") == 3
