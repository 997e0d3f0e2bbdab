"""ScreenSpot-Pro (likaixin): a file an application, boxes as two corners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.bench.grounding.layouts.entries import Entry, Extent, Four, Text, read_entries, refuse_twice
from agent.bench.grounding.layouts.mirrors import check_corners, check_sizes, refuse_other
from agent.bench.grounding.layouts.pictures import check_pictures, picture_size
from agent.bench.grounding.layouts.sample import Published, Rectangle, Sample

if TYPE_CHECKING:
    from pathlib import Path

_COUNT = 1581


class _Entry(Entry):
    id: Text
    img_filename: Text
    bbox: Four
    instruction: Text
    application: Text
    platform: Text
    group: Text
    ui_type: Literal["text", "icon"]
    img_size: Extent


def read_screenspot_pro(data: Path) -> Published:
    """The set `screenspot-pro`.

    Raises:
        BadInput: the folder is another mirror's, which is named, or something in it is wrong.
    """
    files, pictures = sorted((data / "annotations").glob("*.json")), data / "images"
    refuse_other("screenspot-pro", data, files or [data / "annotations" / "*.json"])
    entries = [entry for file in files for entry in read_entries(file, _Entry)]
    check_corners("screenspot-pro", data, [entry.bbox for entry in entries])
    check_pictures(pictures, [entry.img_filename for entry in entries])
    sizes = [(entry.img_size, picture_size(pictures / entry.img_filename)) for entry in entries]
    check_sizes("screenspot-pro", data, sizes)
    refuse_twice([entry.id for entry in entries], data / "annotations")
    return Published(tuple(_sample(entry, pictures) for entry in entries), tuple(files), _COUNT)


def _sample(entry: _Entry, pictures: Path) -> Sample:
    return Sample(
        name=entry.id,
        picture=pictures / entry.img_filename,
        instruction=entry.instruction,
        target=Rectangle(*entry.bbox),
        size=entry.img_size,
        groups={
            "group": entry.group,
            "ui_type": entry.ui_type,
            "group and ui_type": f"{entry.group} {entry.ui_type}",
            "application": entry.application,
            "platform": entry.platform,
        },
    )
