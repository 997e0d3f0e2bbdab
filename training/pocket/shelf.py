"""Shelf: a set of episodes on disk, each as `000012.json` with a PNG a turn, `000012-00.png`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import cv2
import numpy as np

from tools.observation import Frame
from training.pocket.episode import Episode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def put(folder: Path, number: int, episode: Episode, frames: Sequence[Frame]) -> None:
    """Keep an episode; its JSON is written last, so what is there is whole."""
    for turn, frame in enumerate(frames):
        cv2.imwrite(str(folder / f"{number:06}-{turn:02}.png"), frame.bgrx[:, :, :3])
    (folder / f"{number:06}.json").write_text(json.dumps(episode.told(), ensure_ascii=False), "utf-8")


def numbers(folder: Path) -> list[int]:
    """The episodes that are there."""
    return sorted(int(file.stem) for file in folder.glob("[0-9]*.json"))


def take(folder: Path, number: int) -> tuple[Episode, list[Frame]]:
    """An episode with its frames."""
    episode = Episode.of(json.loads((folder / f"{number:06}.json").read_text("utf-8")))
    return episode, list(_frames(folder, number, len(episode.turns)))


def _frames(folder: Path, number: int, count: int) -> Iterator[Frame]:
    for turn in range(count):
        bgr = cv2.imread(str(folder / f"{number:06}-{turn:02}.png"))
        assert bgr is not None, f"{folder}: turn {turn} of episode {number} has no picture"
        yield Frame.from_rgb(np.ascontiguousarray(bgr[:, :, ::-1], np.uint8))
