"""ScreenSpot (SeeClick) and ScreenSpot-v2 (OS-Copilot): three files, boxes as left, top, width and height."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.bench.grounding.layouts.entries import Entry, Four, Text, read_entries
from agent.bench.grounding.layouts.mirrors import check_boxes, refuse_other
from agent.bench.grounding.layouts.pictures import check_pictures, picture_size
from agent.bench.grounding.layouts.sample import Published, Rectangle, Sample

if TYPE_CHECKING:
    from pathlib import Path

PLATFORMS = ("mobile", "desktop", "web")
_COUNT = 1272
_FILES = {"screenspot": "screenspot_{}.json", "screenspot-v2": "screenspot_{}_v2.json"}
_PICTURES = {"screenspot": "screenspot_imgs", "screenspot-v2": "screenspotv2_image"}


class _Entry(Entry):
    img_filename: Text
    bbox: Four
    instruction: Text
    data_type: Literal["text", "icon"]
    data_source: str = ""


def read_screenspot(name: str, data: Path) -> Published:
    """The set `screenspot` or `screenspot-v2`.

    Raises:
        BadInput: the folder is another mirror's, which is named, or something in it is wrong.
    """
    files = [data / _FILES[name].format(platform) for platform in PLATFORMS]
    pictures = data / _PICTURES[name]
    refuse_other(name, data, files)
    found = [(platform, read_entries(file, _Entry)) for platform, file in zip(PLATFORMS, files, strict=True)]
    entries = [(platform, index, one) for platform, ones in found for index, one in enumerate(ones)]
    check_pictures(pictures, [one.img_filename for _, _, one in entries])
    check_boxes(name, data, ((one.bbox, picture_size(pictures / one.img_filename)) for *_, one in entries))
    samples = (_sample(platform, index, one, pictures) for platform, index, one in entries)
    return Published(tuple(samples), tuple(files), _COUNT)


def _sample(platform: str, index: int, entry: _Entry, pictures: Path) -> Sample:
    left, top, width, height = entry.bbox
    return Sample(
        name=f"{platform}/{index}",
        picture=pictures / entry.img_filename,
        instruction=entry.instruction,
        target=Rectangle(left, top, left + width, top + height),
        size=None,
        groups={
            "platform": platform,
            "type": entry.data_type,
            "platform and type": f"{platform} {entry.data_type}",
            "source": entry.data_source or (),
        },
    )
