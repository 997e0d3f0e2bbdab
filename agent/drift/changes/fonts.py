"""Fonts of a program, replaced through fontconfig before they are looked up.

Source: fontconfig's "fonts-conf" (5), `<match target="pattern">` with a strong binding, which wins over any
family that a program names.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

PROPORTIONAL = (
    "DejaVu Sans", "DejaVu Serif", "DejaVu Sans Condensed", "Liberation Sans", "Liberation Serif",
    "Noto Sans", "Noto Serif", "Nimbus Sans", "C059", "P052", "URW Bookman", "URW Gothic", "Cantarell",
    "Ubuntu", "Roboto",
)  # fmt: skip
MONOSPACED = ("DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "Nimbus Mono PS", "Ubuntu Mono")
_HEAD = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
_SYSTEM = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'
_FAMILY = """\
<match target="pattern">{test}
  <edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>
</match>
"""
_IS_MONO = '<test name="family" qual="any"><string>{}</string></test>'
_NOT_MONO = '<test name="family" qual="all" compare="not_eq"><string>{}</string></test>'
_SIZE = """\
<match target="pattern">
  <test name="{name}" compare="more"><double>0</double></test>
  <edit name="{name}" mode="assign"><times><name>{name}</name><double>{factor}</double></times></edit>
</match>
"""


def installed(families: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the families that this machine has and that are not its usual ones.

    Raises:
        EnvironmentFault: fontconfig's programs are missing.
    """
    there = {name for line in _ask("fc-list", ":", "family").splitlines() for name in line.split(",")}
    usual = {_ask("fc-match", kind, "family").split(",")[0].strip() for kind in ("sans-serif", "monospace")}
    return tuple(family for family in families if family in there and family not in usual)


def usual_file() -> str:
    """The file of the font that programs use when they ask for none."""
    return _ask("fc-match", "sans-serif", "file").partition("=")[2].strip()


def write_family(file: Path, proportional: str, monospaced: str | None) -> None:
    """Write a configuration that gives a program these families whatever it asks for."""
    names = (*MONOSPACED, "monospace")
    rules = [_FAMILY.format(test="".join(map(_NOT_MONO.format, names)), family=proportional)]
    if monospaced:
        rules += [_FAMILY.format(test=_IS_MONO.format(name), family=monospaced) for name in names]
    file.write_text(_HEAD + _SYSTEM + "".join(rules) + "</fontconfig>\n")


def write_size(file: Path, factor: float) -> None:
    """Write a configuration that gives a program larger or smaller letters than it asks for."""
    rules = "".join(_SIZE.format(name=name, factor=factor) for name in ("pixelsize", "size"))
    file.write_text(_HEAD + _SYSTEM + rules + "</fontconfig>\n")


def _ask(program: str, *words: str) -> str:
    if shutil.which(program) is None:
        raise EnvironmentFault(f"{program} is missing, which tells of fonts: apt-get install fontconfig")
    return subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout
