"""ScreenSpot-Pro (likaixin): a file an application, boxes as two corners."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from agent.bench.grounding.layouts.entries import Entry, Extent, Four, Text, read_entries, refuse_twice
from agent.bench.grounding.layouts.mirrors import check_corners, check_sizes, refuse_other
from agent.bench.grounding.layouts.pictures import check_pictures, picture_size
from agent.bench.grounding.layouts.sample import Published, Rectangle, Sample
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.grounding.layouts.sample import Language

LANGUAGE_GROUP = "language"
"""The breakdown that keeps instructions in another language apart from the English ones."""
_COUNT = 1581


class _Entry(Entry):
    id: Text
    img_filename: Text
    bbox: Four
    instruction: Text
    instruction_cn: str = ""
    application: Text
    platform: Text
    group: Text
    ui_type: Literal["text", "icon"]
    img_size: Extent


def read_screenspot_pro(data: Path, language: Language | None = None) -> Published:
    """The set `screenspot-pro`.

    Args:
        data: the folder.
        language: of the instructions; None: English.

    Raises:
        BadInput: the folder is another mirror's, which is named, or something in it is wrong: an item has no
            instruction in that language.
    """
    files, pictures = sorted((data / "annotations").glob("*.json")), data / "images"
    refuse_other("screenspot-pro", data, files or [data / "annotations" / "*.json"])
    entries = [entry for file in files for entry in read_entries(file, _Entry)]
    check_corners("screenspot-pro", data, [entry.bbox for entry in entries])
    check_pictures(pictures, [entry.img_filename for entry in entries])
    sizes = [(entry.img_size, picture_size(pictures / entry.img_filename)) for entry in entries]
    check_sizes("screenspot-pro", data, sizes)
    refuse_twice([entry.id for entry in entries], data / "annotations")
    samples = [_sample(entry, pictures) for entry in entries]
    if language:
        samples = [_said_in(language, *one, data) for one in zip(samples, entries, strict=True)]
    return Published(tuple(samples), tuple(files), _COUNT, language)


def _said_in(language: Language, sample: Sample, entry: _Entry, data: Path) -> Sample:
    """The same sample with the instruction in another language, which none in English is counted with."""
    if not entry.instruction_cn.strip():
        raise BadInput(
            f"--data {data}: the item {entry.id!r} has no instruction_cn: --language {language} needs it"
        )
    return replace(
        sample, instruction=entry.instruction_cn, groups={**sample.groups, LANGUAGE_GROUP: language}
    )


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
