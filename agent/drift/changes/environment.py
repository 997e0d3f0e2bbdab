"""Environment drifts: dots an inch, fonts, theme and a late start, set from outside the program.

They are set as a user's own desktop sets them: resources of the display, environment variables, fontconfig. A
program that ignores one is not changed by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from agent.drift.changes.fonts import MONOSPACED, PROPORTIONAL, installed, write_family, write_size
from agent.errors import BadInput

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from pathlib import Path

    from agent.drift.kinds import EnvironmentChange

_SCALES = (1.1, 1.25, 1.5, 1.75, 2.0)
_SIZES = (0.9, 1.1, 1.2, 1.3)
_DELAYS = (1.0, 4.0)
"""Seconds: the least and the most by which a start is delayed."""
_THEMES = ("Adwaita:dark", "HighContrastInverse", "HighContrast")
"""Of GTK 3, which brings them along."""
_COLOURS = {
    "Adwaita:dark": ("#2d2d2d", "#eeeeec"),
    "HighContrastInverse": ("#000000", "#ffffff"),
    "HighContrast": ("#ffffff", "#000000"),
}
_DOTS = 96


@dataclass(frozen=True, slots=True)
class EnvironmentDrift:
    """Environment that a program is started in. The defaults are the usual ones."""

    told: str = ""
    """The drift in words."""
    environ: Mapping[str, str] = field(default_factory=dict)
    resources: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds until the program is started."""


def environment_drift(drift: EnvironmentChange, draw: random.Random, folder: Path) -> EnvironmentDrift:
    """The environment of one drifted run.

    Args:
        drift: what drifts.
        draw: decides how far.
        folder: for configuration files that the program reads while it runs.

    Raises:
        BadInput: this machine has only one font.
        EnvironmentFault: fontconfig's programs are missing.
    """
    fonts = folder / "fonts.conf"
    match drift:
        case "dpi":
            return _denser(draw.choice(_SCALES))
        case "font":
            return _another_font(draw, fonts)
        case "font_size":
            factor = draw.choice(_SIZES)
            write_size(fonts, factor)
            return EnvironmentDrift(f"letters {factor:.0%} as large", {"FONTCONFIG_FILE": str(fonts)})
        case "theme":
            return _another_theme(draw.choice(_THEMES))
        case "slow_start":
            delay = draw.uniform(*_DELAYS)
            return EnvironmentDrift(f"started {delay:.1f} s late", delay=delay)
    assert_never(drift)


def _denser(scale: float) -> EnvironmentDrift:
    """As desktops do it: text by `Xft.dpi`; at 200 % pictures and distances as well."""
    resources = {"Xft.dpi": f"{_DOTS * scale:.0f}"}
    environ = {}
    if scale == 2:  # noqa: PLR2004  (GTK 3 doubles, or does not)
        environ = {
            "GDK_SCALE": "2",
            "GDK_DPI_SCALE": "0.5",
            "QT_SCALE_FACTOR": "2",
            "QT_FONT_DPI": f"{_DOTS}",
        }
    return EnvironmentDrift(f"{scale:.0%} of the dots an inch", environ, resources)


def _another_font(draw: random.Random, file: Path) -> EnvironmentDrift:
    families, monospaced = installed(PROPORTIONAL), installed(MONOSPACED)
    if not families:
        raise BadInput("--drifts font: this machine has only one font; apt-get install fonts-dejavu-core")
    family = draw.choice(families)
    write_family(file, family, draw.choice(monospaced) if monospaced else None)
    return EnvironmentDrift(f"font {family}", {"FONTCONFIG_FILE": str(file)})


def _another_theme(theme: str) -> EnvironmentDrift:
    ground, ink = _COLOURS[theme]
    resources = {"*background": ground, "*foreground": ink, "*insertBackground": ink}
    return EnvironmentDrift(f"theme {theme}", {"GTK_THEME": theme, "QT_STYLE_OVERRIDE": "Windows"}, resources)
