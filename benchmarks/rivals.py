"""Names and their look-alikes: how often one is taken for the other, and how often a name is doubted.

`python -m benchmarks.rivals` draws names, and the same with a sign that looks like another ("C1ip"), in fonts
of Debian's fonts-dejavu and fonts-urw-base35, with soft and hard edges, and asks of each line whether it says
the name. The evidence for `tools.see.text.rivals`. Other fonts are given by their files.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.screens.words import CAPTIONS, NAMES
from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.text.saying import doubt, unlikeness_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.see.scene import Line

FONTS = (
    "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
    "DejaVuSerif.ttf", "NimbusSans-Regular.otf", "NimbusSans-Bold.otf",
)  # fmt: skip
SIZES = (11, 13, 14, 16)
LOOKALIKES = {
    "l as 1": (("Clip", "C1ip"), ("File", "Fi1e"), ("Sales", "Sa1es"), ("Total", "Tota1"),
               ("Public", "Pub1ic"), ("Delete", "De1ete"), ("Level 2", "Leve1 2"), ("Roll", "Ro11")),
    "I as 1": (("Import", "1mport"), ("Invoice", "1nvoice"), ("Info", "1nfo")),
    "1 as l": (("Invoice 10", "Invoice l0"), ("INV-1001", "INV-l00l"), ("Room 1", "Room l"), ("A1", "Al")),
    "0 as O": (("Invoice 10", "Invoice 1O"), ("INV-1001", "INV-1OO1"), ("Room 200", "Room 2OO"),
               ("10:30", "1O:30"), ("1001", "1OO1"), ("40", "4O"), ("B10", "B1O")),
    "O or o as 0": (("Order", "0rder"), ("Code", "C0de"), ("NOTE", "N0TE"), ("Open", "0pen"), ("LOG", "L0G"),
                    ("OK", "0K"), ("Book", "B00k")),
    "S, B, Z as 5, 8, 2": (("Sales", "5ales"), ("A5", "AS"), ("1250", "12S0"), ("Back", "8ack"),
                           ("A8", "AB"), ("Zone", "2one"), ("ZIP", "2IP"), ("A2", "AZ")),
    "pairs": (("Modern", "Modem"), ("Return", "Retum"), ("clear", "dear"), ("Close", "Dose"),
              ("View", "Vievv"), ("Window", "VVindow"), ("wave", "vvave")),
}  # fmt: skip
"""Names, and what is drawn in their place."""
_PLAIN = (
    "OK", "Off", "All files", "Invoice 10", "INV-1001", "Room 11", "Level 2", "Total", "Zoom 100%", "10:30",
    "2026-01-30", "1,250.00", "Ctrl+S", "v1.10", "A5", "H2O", "MP3", "Phase II", "Model 5", "Window", "View",
)  # fmt: skip
_INK, _GROUND = (20, 20, 20), (240, 240, 240)


def lines(names: Sequence[str], fonts: Sequence[str]) -> Iterator[tuple[str, Line]]:
    """Each text that is read as one line, as it is drawn in each font, size and kind of edge."""
    reader = ScreenReader()
    for font, size, mode in product(fonts, SIZES, "L1"):
        face = ImageFont.truetype(font, size)
        for name in names:
            picture = Image.new("RGB", (round(face.getlength(name)) + 60, 3 * size), _GROUND)
            draw = ImageDraw.Draw(picture)
            draw.fontmode = mode
            draw.text((25, size), name, _INK, face)
            found = reader.read(Frame.from_rgb(np.asarray(picture))).lines
            if len(found) == 1:
                yield name, found[0]


def main() -> None:
    """Print both counts, and what was doubted most."""
    fonts = sys.argv[1:] or FONTS
    total = wrong = 0
    for kind, pairs in LOOKALIKES.items():
        names = {there: name for name, there in pairs}
        taken = [unlikeness_of(line, names[there]) is not None for there, line in lines([*names], fonts)]
        print(f"{kind:20} {sum(taken):4} of {len(taken)} taken for the name")
        total, wrong = total + len(taken), wrong + sum(taken)
    print(f"{'all':20} {wrong:4} of {total}")
    read = list(lines([*CAPTIONS, *NAMES, *_PLAIN], fonts))
    doubts = Counter(name for name, line in read if doubt(name, [line]) is not None)
    lost = sum(unlikeness_of(line, name) is None for name, line in read)
    print(f"{len(read)} names: {sum(doubts.values())} doubted, {lost - sum(doubts.values())} read wrong")
    print(", ".join(f"{name} {count}" for name, count in doubts.most_common(12)))


if __name__ == "__main__":
    main()
