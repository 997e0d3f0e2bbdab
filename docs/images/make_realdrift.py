"""Makes the picture of RealDrift's worst cases: the last recorded screen beside the one that it stopped on.

`python docs/images/make_realdrift.py DATA RESULTS docs/images/realdrift.png`
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from agent.bench.results.reading import read_results
from agent.recording.reading import load_recording

if TYPE_CHECKING:
    from tools.observation import Frame

CASES = (
    ("bootstrap-4 on bootstrap-5, wrong field, without healing", "name and city saved in each other's field"),
    ("antd-3 on antd-6, no row, without healing", '"Customer saved", and no row'),
    ("bootstrap-3 on bootstrap-4, none, without healing", "a needless stop: white on grey looks greyed out"),
)
CROP = (40, 0, 1240, 440)
SIZE, EDGE, HEAD = (600, 220), 12, 26


def main(data: str, results: str, output: str) -> None:
    """Two screens a row."""
    attempts = {attempt.item: attempt for attempt in read_results(Path(results)).latest}
    font = ImageFont.truetype("DejaVuSans.ttf", 14)
    height = EDGE + (HEAD + SIZE[1] + EDGE) * len(CASES)
    sheet = Image.new("RGB", (3 * EDGE + 2 * SIZE[0], height), "#d7d9dc")
    draw = ImageDraw.Draw(sheet)
    for row, (item, told) in enumerate(CASES):
        recorded = Path(data, "recordings", item.split(" on ")[0])
        replayed = Path(results, str(attempts[item].recording))
        names = (f"recorded on {recorded.name}", f"replayed on {item.split(' on ')[1].split(',')[0]}: {told}")
        top = EDGE + row * (HEAD + SIZE[1] + EDGE)
        for column, (folder, name) in enumerate(zip((recorded, replayed), names, strict=True)):
            left = EDGE + column * (SIZE[0] + EDGE)
            draw.text((left, top + 4), name, "#202124", font=font)
            sheet.paste(_small(_last(folder)), (left, top + HEAD))
    sheet.quantize(64, dither=Image.Dither.NONE).save(output, optimize=True)


def _last(folder: Path) -> Frame:
    recording = load_recording(folder)
    return recording.frames[recording.digests[-1]]


def _small(frame: Frame) -> Image.Image:
    return Image.fromarray(frame.rgb).crop(CROP).resize(SIZE, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main(*sys.argv[1:])
