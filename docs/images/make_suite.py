"""Makes the picture of the suite's tasks at work, of the recordings of the written solutions.

`agent bench suite --model oracle --seeds 1 --out results/oracle`
`python docs/images/make_suite.py results/oracle docs/images/suite.png`
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from agent.recording.reading import load_recording

SHOWN = {
    "move": 3, "replace_all": 10, "total": 7, "order": 5, "turn": 3, "draft": 8, "add": 4,
    "total_handed_over": 6, "sum_handed_over": 5,
}  # fmt: skip
"""Task -> the step before which it is shown."""
COLUMNS, TILE, GAP = 3, (400, 270), 10


def main(results: str, output: str) -> None:
    """Windows of each task, cut out of the screen, in rows."""
    rows = -(-len(SHOWN) // COLUMNS)
    width, height = (TILE[0] + GAP) * COLUMNS + GAP, (TILE[1] + GAP) * rows + GAP
    sheet = Image.new("RGB", (width, height), "#d7d9dc")
    for number, (task, step) in enumerate(SHOWN.items()):
        picture = _windows(next(Path(results, "recordings").glob(f"{task}-s0-*")), step)
        at = [GAP + (TILE[axis] + GAP) * place for axis, place in enumerate(divmod(number, COLUMNS)[::-1])]
        left, top = (at[axis] + (TILE[axis] - picture.size[axis]) // 2 for axis in (0, 1))
        sheet.paste(picture, (left, top))
    sheet.quantize(128, dither=Image.Dither.NONE).save(output, optimize=True)


def _windows(folder: Path, step: int) -> Image.Image:
    """What is on the black screen, made as small as a tile."""
    recording = load_recording(folder)
    picture = Image.fromarray(recording.frames[recording.steps[step - 1].frame].rgb)
    picture = picture.crop(picture.getbbox())
    picture.thumbnail(TILE, Image.Resampling.LANCZOS)
    return picture


if __name__ == "__main__":
    main(*sys.argv[1:])
