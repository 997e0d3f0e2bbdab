"""Cost of the harness for an item of a grounding set: 1,000 items and a model that answers at once.

Told in seconds of CPU, which other programs on the machine hardly change; nothing is waited for but the disk.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from agent.bench.grounding.items import read_published
from agent.bench.grounding.set import GroundingSet
from agent.bench.run import run_benchmark
from agent.model import Completion
from benchmarks.row import Row

if TYPE_CHECKING:
    from agent.bench.summary import Summary
    from agent.model import Prompt
    from agent.task import Task

ITEMS = 1000
MOST_SECONDS = 0.040
PICTURES = 10
"""Files; an item asks in another one than the item before, unless it shares its picture."""
SHARED = 2
"""Items a picture, where they share one, as in ScreenSpot: 1272 of some 600."""
SIZES = {"1920x1080": (1920, 1080), "1170x2532": (1170, 2532), "3840x2160": (3840, 2160)}
"""A desktop and a telephone of ScreenSpot, and the largest screens of ScreenSpot-Pro."""
AIMED = (("1920x1080", 1), ("1170x2532", 1), ("1170x2532", SHARED))
CALL = """<tool_call>
{"name": "computer_use", "arguments": {"action": "left_click", "coordinate": [540, 257]}}
</tool_call>"""


class AtOnce:
    """A model that answers at once."""

    name, sees = "at-once", True

    def check(self, task: Task) -> None:
        """Takes anything."""

    def start(self, task: Task) -> None:
        """Nothing to begin."""

    def prepare(self) -> None:
        """Nothing to load."""

    def complete(self, prompt: Prompt) -> Completion:
        """The same click for everything."""
        del prompt
        return Completion(CALL)


def run() -> list[Row]:
    """A row for each size of picture; each item with a picture of its own, and where they share one."""
    return [_row(name, size, share) for name, size in SIZES.items() for share in (1, SHARED)]


def _row(name: str, size: tuple[int, int], share: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        files = _draw(data, size, share)
        before = _decoding(files)
        benchmark = GroundingSet("screenspot-pro", data, read_published("screenspot-pro", data), AtOnce())
        items = benchmark.items()
        began = time.process_time()
        found: Summary = run_benchmark(benchmark, items, 1, Path(folder) / "out", lambda *_: None)
        each = (time.process_time() - began) / ITEMS
        decoding = (before + _decoding(files)) / 2
    assert found.decided == ITEMS
    return Row(
        f"CPU time of the harness for an item, {name}{', two items a picture' if share > 1 else ''}",
        1000 * each,
        "ms",
        f"Pillow decodes the picture in {1000 * decoding:.1f} ms",
        each / decoding,
        f"at most {1000 * MOST_SECONDS:.0f} ms" if (name, share) in AIMED else "told",
        (name, share) not in AIMED or each <= MOST_SECONDS,
    )


def _decoding(files: list[Path]) -> float:
    """Seconds of CPU that decoding a picture takes, and nothing else."""
    began = time.process_time()
    for file in files:
        with Image.open(file) as image:
            np.asarray(image.convert("RGB"))
    return (time.process_time() - began) / len(files)


def _draw(data: Path, size: tuple[int, int], share: int) -> list[Path]:
    """A folder as ScreenSpot-Pro's, of windows with texts and a photograph's noise."""
    rng = np.random.default_rng(0)
    files = [data / "images" / "app" / f"{number}.png" for number in range(PICTURES)]
    files[0].parent.mkdir(parents=True)
    for file in files:
        _picture(rng, size).save(file)
    entries = [
        {
            "id": f"app_{number}",
            "img_filename": f"app/{number // share % PICTURES}.png",
            "bbox": [100, 100, 180, 130],
            "instruction": "Save the document",
            "application": "app",
            "platform": "linux",
            "group": "Office",
            "ui_type": "icon" if number % 3 else "text",
            "img_size": list(size),
        }
        for number in range(ITEMS)
    ]
    (data / "annotations").mkdir()
    (data / "annotations" / "app.json").write_text(json.dumps(entries))
    return files


def _picture(rng: np.random.Generator, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", size, (240, 240, 240))
    brush = ImageDraw.Draw(picture)
    for _ in range(400):
        x, y = int(rng.integers(size[0])), int(rng.integers(size[1]))
        shade = tuple(int(part) for part in rng.integers(120, 255, 3))
        brush.rectangle((x, y, x + 160, y + 24), fill=shade, outline=(90, 90, 90))
        brush.text((x + 6, y + 6), "Some words of a menu", (20, 20, 20))
    noise = rng.integers(0, 255, (size[1] // 4, size[0] // 4, 3), np.uint8)
    picture.paste(Image.fromarray(noise), (size[0] // 2, size[1] // 2))
    return picture
