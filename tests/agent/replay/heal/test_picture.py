"""The picture of a heal, for a person who decides on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from agent.replay.heal.picture import draw
from agent.replay.heal.proposal import Proposal
from tests.agent.fakes import make_frame
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path

RING = (214, 30, 40)
OLD, NEW = make_frame(1, 400, 300), make_frame(2, 800, 600)
HOSTILE = "\x1b[31mrot \u202e" + "long " * 150


def proposal(**changes: object) -> Proposal:
    usual = {
        "recording": "0" * 64,
        "step": 3,
        "intent": 'Click "Save".',
        "old_point": (30, 40),
        "new_point": (700, 500),
        "old_label": "Save",
        "new_label": "Send",
        "frame": "1" * 64,
        "after": "2" * 64,
        "model": "fake",
        "words": "hm",
        "proof": ("it is a button, as before",),
        "made": "2026-11-25T12:00:00Z",
    }
    return Proposal.model_validate(usual | changes)


def drawn(folder: Path, **changes: object) -> np.ndarray:
    """The picture's pixels."""
    draw(proposal(**changes), OLD, NEW, folder / "heal.png")
    with Image.open(folder / "heal.png") as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_there_is_a_ring_around_each_place(tmp_path: Path) -> None:
    red = np.abs(drawn(tmp_path) - RING).sum(axis=2) < 30
    middle = red.shape[1] // 2
    assert red[:, :middle].sum() > 50
    assert red[:, middle:].sum() > 50


def test_the_colour_tells_the_status(tmp_path: Path) -> None:
    pictures = [drawn(tmp_path, status=status) for status in ("proposed", "accepted", "rejected")]
    assert len({picture.tobytes() for picture in pictures}) == 3


def test_more_proof_makes_it_higher_and_not_wider(tmp_path: Path) -> None:
    one, three = drawn(tmp_path), drawn(tmp_path, proof=("a", "b", "c"))
    assert three.shape[0] > one.shape[0]
    assert three.shape[1] == one.shape[1]


@pytest.mark.parametrize("part", ["intent", "old_label", "new_label", "model"])
def test_foreign_text_is_cut_to_its_room(tmp_path: Path, part: str) -> None:
    assert drawn(tmp_path, **{part: HOSTILE}).shape == drawn(tmp_path).shape


def test_places_at_the_edge_and_no_text_at_all(tmp_path: Path) -> None:
    assert drawn(tmp_path, old_point=Point(0, 0), new_point=Point(799, 599), old_label="", proof=()).size
