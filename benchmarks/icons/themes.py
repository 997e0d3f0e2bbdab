"""Themes: the icons of Debian's desktop themes that have a name which people use, drawn on light and dark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml
from PIL import Image

from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

THEMES = ("Adwaita", "breeze", "Papirus", "elementary", "Tango", "gnome", "oxygen")
"""Of Debian's packages NAME-icon-theme."""
SIZES = {16: (16,), 24: (24, 22), 32: (32,)}
"""Pixels on the screen, and the sizes of the theme's own that are drawn at them."""
ROOM = 8
"""Pixels of ground around an icon."""
GROUNDS = {"light": 245, "dark": 45}
NAMES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))
SEEN, SOLID, ONE_COLOUR = 0.1, 0.7, 0.1
"""Alphas from which on a pixel is seen, and has its own colour; how far the colours of a flat icon differ."""
_SYMBOLIC = "-symbolic"


@dataclass(frozen=True, slots=True)
class Sample:
    """An icon on a screen, and what people call it."""

    theme: str
    size: int
    ground: str
    name: str
    said: str
    frame: Frame


def samples(root: Path, theme: str) -> Iterator[Sample]:
    """The icons of a theme that have a name in `NAMES`, in each size, on light and if flat on dark."""
    files = _files(root / theme)
    for name, said in NAMES.items():
        for size, own in SIZES.items():
            file = next((files[name, one] for one in (*own, 0) if (name, one) in files), None)
            pixels = None if file is None else _drawn(file, size)
            if file is None or pixels is None:
                continue
            flat = _is_flat(pixels)
            for ground, light in GROUNDS.items():
                if flat or ground == "light":
                    frame = _on(pixels, light, 255 - light if flat else None)
                    yield Sample(theme, size, ground, name, said, frame)


def _files(folder: Path) -> dict[tuple[str, int], Path]:
    """The file of each name and size, 0 for any size; plain ones before symbolic ones."""
    found: dict[tuple[str, int], Path] = {}
    for file in sorted(folder.rglob("*.*"), key=lambda path: (_SYMBOLIC in path.name, str(path))):
        if file.suffix not in (".svg", ".png") or "@" in str(file) or not file.is_file():
            continue
        name = file.stem.removesuffix(".symbolic").removesuffix(_SYMBOLIC)
        if name in NAMES:
            sizes = [
                int(size)
                for size in re.findall(r"\b(\d\d?)(?:x\d\d?)?\b", str(file.parent.relative_to(folder)))
            ]
            found.setdefault((name, sizes[0] if sizes else 0), file)
    return found


def _drawn(file: Path, size: int) -> np.ndarray | None:
    """RGBA pixels, 0 to 1, at most as high and wide as asked."""
    if file.suffix == ".svg":
        import io

        import resvg_py

        try:
            png = bytes(resvg_py.svg_to_bytes(svg_path=str(file), width=size, skip_system_fonts=True))
        except ValueError:
            return None
        picture = Image.open(io.BytesIO(png))
    else:
        picture = Image.open(file)
    pixels = np.asarray(picture.convert("RGBA"), np.float32) / 255
    return pixels if (pixels[:, :, 3] > SEEN).any() else None


def _is_flat(pixels: np.ndarray) -> bool:
    """Whether it has but one colour, which programs replace by that of their texts."""
    seen = pixels[pixels[:, :, 3] > SOLID][:, :3]
    return not len(seen) or float(np.ptp(seen, axis=0).max()) < ONE_COLOUR


def _on(pixels: np.ndarray, light: int, ink: int | None) -> Frame:
    height, width = (side + 2 * ROOM for side in pixels.shape[:2])
    screen = np.full((height, width, 3), light, np.float32)
    part, alpha = screen[ROOM:-ROOM, ROOM:-ROOM], pixels[:, :, 3:]
    part[:] = part * (1 - alpha) + (pixels[:, :, :3] * 255 if ink is None else ink) * alpha
    return Frame.from_rgb(np.clip(np.rint(screen), 0, 255).astype(np.uint8))
