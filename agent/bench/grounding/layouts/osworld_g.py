"""OSWorld-G (xlang-ai): original and refined instructions; boxes, polygons, and what is not there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal

from agent.bench.grounding.layouts.entries import (
    Entry,
    Extent,
    Number,
    Text,
    read_entries,
    read_json,
    refuse_twice,
)
from agent.bench.grounding.layouts.mirrors import check_sizes, refuse_other
from agent.bench.grounding.layouts.pictures import check_pictures, picture_size
from agent.bench.grounding.layouts.sample import Nowhere, Polygon, Published, Rectangle, Sample
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.grounding.layouts.sample import Target

_COUNT = 2 * 564
_FILES = {"original": "OSWorld-G.json", "refined": "OSWorld-G_refined.json"}
_CLASSES = "classification_result.json"
_CORNERS = 4, 6
"""Numbers of a box; of a polygon at least."""


class _Entry(Entry):
    id: Text
    image_path: Text
    image_size: Extent
    instruction: Text
    box_type: Literal["bbox", "polygon", "refusal"]
    box_coordinates: tuple[Number, ...]
    GUI_types: tuple[str, ...] = ()


def read_osworld_g(data: Path) -> Published:
    """The set `osworld-g`: all samples with the original instructions, then with the refined ones.

    Raises:
        BadInput: the folder is another mirror's, which is named, or something in it is wrong.
    """
    folder = data / "benchmark" if (data / "benchmark" / _FILES["original"]).is_file() else data
    files = [folder / name for name in (*_FILES.values(), _CLASSES)]
    refuse_other("osworld-g", data, files)
    classes, pictures = _classes(files[-1]), folder / "images"
    samples: list[Sample] = []
    for words, file in zip(_FILES, files, strict=False):
        entries = read_entries(file, _Entry)
        refuse_twice([entry.id for entry in entries], file)
        check_pictures(pictures, [entry.image_path for entry in entries])
        sizes = [(entry.image_size, picture_size(pictures / entry.image_path)) for entry in entries]
        check_sizes("osworld-g", data, sizes)
        for number, entry in enumerate(entries, 1):
            target = _target(entry, f"{file}: entry {number}")
            samples.append(_sample(words, entry, target, classes[entry.id], pictures))
    return Published(tuple(samples), tuple(files), _COUNT)


def _classes(file: Path) -> dict[str, tuple[str, ...]]:
    """Sample's id -> its classes, of which it may have several."""
    written: Any = read_json(file)
    try:
        listed = [(name, one["id"]) for name, ones in written["classified"].items() for one in ones]
    except (TypeError, KeyError, AttributeError) as error:
        raise BadInput(f"{file}: is not as published: no list of ids for each class ({error!r})") from None
    classes: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, identity in listed:
        classes[str(identity)] += (str(name),)
    return classes


def _target(entry: _Entry, where: str) -> Target:
    numbers = entry.box_coordinates
    match entry.box_type:
        case "refusal":
            return Nowhere()
        case "bbox" if len(numbers) == _CORNERS[0]:
            left, top, width, height = numbers
            return Rectangle(left, top, left + width, top + height)
        case "polygon" if len(numbers) >= _CORNERS[1] and len(numbers) % 2 == 0:
            return Polygon(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    raise BadInput(f"{where}: box_coordinates: {len(numbers)} numbers make no {entry.box_type}")


def _sample(words: str, entry: _Entry, target: Target, classes: tuple[str, ...], pictures: Path) -> Sample:
    part = "refusals" if entry.box_type == "refusal" else "without refusals"
    return Sample(
        name=f"{words}/{entry.id}",
        picture=pictures / entry.image_path,
        instruction=entry.instruction,
        target=target,
        size=entry.image_size,
        groups={
            "instructions": words,
            "part": part,
            "class": classes,
            "box": entry.box_type,
            "GUI type": tuple(dict.fromkeys(entry.GUI_types)),
        },
    )
