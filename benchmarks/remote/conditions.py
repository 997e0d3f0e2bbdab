"""Conditions of a trial: how the picture comes, how large the far screen shows things, what is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.remote.far import Kind

_DENSE = ("--drift", "dpi", "--drift-seed", "5")
"""The form at 125 %."""
_LOSSY: dict[Kind, tuple[str, ...]] = {
    "tigervnc": ("-NoJPEG=0",),
    "x11vnc": ("-NoJPEG=0",),
    "xrdp": ("/rfx",),
    "shadow": ("/nsc",),
}
"""Options of the viewer with which pictures lose detail: JPEG of the usual quality, RemoteFX, NSCodec."""
TEXTS = {
    "English": 'The "Quick" (brown) Fox_jumps, over: {the} lazy-dog;',
    "signs": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ 0123456789",
    "German": "Jürgen Groß @ Äpfel für 5 €",
    "French": "Où êtes-vous, garçon ? Noël",
    "Polish": "Zoë Łukasiewicz, Gdańsk",
    "Spanish": "Peña Nuñez, ¿qué tal?",
    "Greek": "Ελλάδα",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One of them."""

    name: str
    viewer: tuple[str, ...] = ()
    """More options of the viewer."""
    form: tuple[str, ...] = ()
    """More options of the form."""
    layout: str = "us"
    """Of the far keyboard; the display of the viewer has its own, or the same by the task's set-up."""


def conditions_of(kind: Kind) -> tuple[Condition, ...]:
    """Those that a server is tried under; the first one is recorded in."""
    plain = Condition("lossless")
    lossy = replace(plain, name="lossy", viewer=_LOSSY[kind])
    dense = replace(plain, name="125 %", form=_DENSE)
    return plain, lossy, dense, replace(dense, name="lossy 125 %", viewer=_LOSSY[kind])
