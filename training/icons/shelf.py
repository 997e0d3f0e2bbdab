"""Shelf: the set in a folder, made once from the packages: pictures of icons, and what each means."""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from training.icons.letters import lettered
from training.icons.names import concept_of, is_other
from training.icons.render import rendered
from training.icons.source import drawings_in
from training.icons.splits import split_of

if TYPE_CHECKING:
    from training.icons.render import Pixels
    from training.icons.source import Drawing

OTHER = "-"
"""Stands for the meaning of an icon that shows none of the concepts."""
_OTHERS = 3
"""Of so many of those one is taken."""
SPLITS = ("train", "held")
FONTS = Path("/usr/share/fonts")
"""Where letters are drawn from, for what says something of text."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One split of the set."""

    pictures: Pixels
    """Shape (icons, side, side, 4): red, green, blue, alpha."""
    meanings: tuple[str, ...]
    packs: tuple[str, ...]

    def by_meaning(self) -> dict[str, list[int]]:
        """The icons of each meaning."""
        found = defaultdict(list)
        for at, meaning in enumerate(self.meanings):
            found[meaning].append(at)
        return dict(found)


def make(packs: Path, folder: Path) -> dict[str, int]:
    """Draw the icons of all sets and write them into a folder; how many there are of each split."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, list[Pixels]] = {split: [] for split in SPLITS}
    told: dict[str, list[list[str]]] = {split: [] for split in SPLITS}
    for drawing in drawings_in(packs):
        meaning = meaning_of(drawing)
        picture = rendered(drawing.svg) if meaning is not None else None
        if picture is not None and meaning is not None:
            split = split_of(drawing.pack)
            pictures[split].append(picture)
            told[split].append([meaning, drawing.pack, drawing.name])
    for concept, picture in lettered(FONTS):
        pictures["train"].append(picture)
        told["train"].append([concept, "letters", ""])
    for split in SPLITS:
        np.save(folder / f"{split}.npy", np.stack(pictures[split]))
        (folder / f"{split}.json").write_text(json.dumps(told[split]), encoding="utf-8")
    return {split: len(told[split]) for split in SPLITS}


def meaning_of(drawing: Drawing) -> str | None:
    """A concept, or `OTHER`; None where the icon is left out of the set."""
    concept = concept_of(drawing.pack, drawing.name)
    if concept is not None:
        return concept
    picked = zlib.crc32(f"{drawing.pack} {drawing.name}".encode()) % _OTHERS == 0
    return OTHER if picked and is_other(drawing.pack, drawing.name) else None


def load(folder: Path, split: str) -> Shelf:
    """A split of the set that `make` has written."""
    told = json.loads((folder / f"{split}.json").read_text(encoding="utf-8"))
    pictures = np.load(folder / f"{split}.npy", mmap_mode="r")
    return Shelf(pictures, tuple(meaning for meaning, _, _ in told), tuple(pack for _, pack, _ in told))
