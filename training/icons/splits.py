"""Splits: which icon sets are trained on, and which are held back to set the scores by. Fixed in advance.

The desktop themes of Debian are in neither: they are for `benchmarks.icons` alone.
"""

from __future__ import annotations

HELD = ("carbon", "fluent", "tabler", "flat-color-icons", "vaadin", "qlementine-icons")
"""Never trained on: three line sets, a coloured one, a filled one, and one made for programs of Qt."""
LICENSES = ("MIT", "ISC", "Apache-2.0", "Unlicense")
"""Of what is taken; a set under another is refused."""


def split_of(pack: str) -> str:
    """The split that a set belongs to: train or held."""
    return "held" if pack in HELD else "train"
