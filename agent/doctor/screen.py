"""Findings about displays, their keyboards, and reading their screens."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from agent.doctor.finding import Finding
from agent.errors import install
from agent.scripts import to_install, unread
from tools.errors import EnvironmentFault
from tools.ocrtext.scripts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox"}
"""What a virtual display takes, and the Debian package that it comes in."""
_HAS_X11 = sys.platform.startswith(("linux", "freebsd"))
_WORD = "Customer"


def virtual(env: Mapping[str, str]) -> Iterator[Finding]:
    """Start a virtual display, take its picture, read its keyboard."""
    if not _HAS_X11:
        what = "this system has none; only its own display can be driven"
        yield Finding(name="virtual display", state="warning", what=what, mend="run with --display host")
        return
    absent = [package for name, package in _PROGRAMS.items() if not shutil.which(name, path=env.get("PATH"))]
    if absent:
        what = f"not installed: {', '.join(absent)}"
        mend = f"apt-get install {' '.join(absent)}"
        yield Finding(name="virtual display", state="missing", what=what, mend=mend)
        return
    yield from _try_virtual()


def _try_virtual() -> Iterator[Finding]:
    from tools.host.screen import Screen  # noqa: PLC0415
    from tools.host.virtual_display import virtual_display  # noqa: PLC0415  (heavy: loaded on use)

    try:
        with virtual_display() as display:
            with Screen(display) as screen:
                size = screen.grab().size
            keys = _keyboard(display)
    except EnvironmentFault as fault:
        mend = "apt-get install --reinstall xvfb openbox xkb-data"
        yield Finding(name="virtual display", state="missing", what=str(fault), mend=mend)
        return
    what = f"Xvfb and openbox start; a picture of {size.width}x{size.height} came"
    yield Finding(name="virtual display", state="ok", what=what)
    yield keys


def _keyboard(display: str) -> Finding:
    from tools.x11.keys.keyboard import X11Keyboard  # noqa: PLC0415  (only where there is X11)

    try:
        X11Keyboard(display).close()
    except EnvironmentFault as fault:
        mend = "apt-get install xkb-data x11-xkb-utils"
        return Finding(name="keyboard", state="missing", what=str(fault), mend=mend)
    return Finding(name="keyboard", state="ok", what="XTEST and XKB answer: any text can be typed")


def own_display(env: Mapping[str, str]) -> Finding:
    """The user's own display, which only `--display host` needs."""
    from tools.host.display import check_host_display  # noqa: PLC0415  (heavy: loaded on use)

    try:
        display = check_host_display(env)
    except EnvironmentFault as fault:
        mend = "nothing to do for --display virtual; for your own screen log in to an X11 session"
        return Finding(
            name="own display", state="warning" if _HAS_X11 else "missing", what=str(fault), mend=mend
        )
    return Finding(name="own display", state="ok", what=f"{display or 'this screen'} can be driven")


def reading() -> Finding:
    """Read a drawn word with the models that the embedded model uses."""
    mend = f"{install('--force-reinstall', 'rapidocr', 'onnxruntime')} (their models come with them)"
    try:
        seen = _read_word()
    except Exception as error:  # noqa: BLE001  (an OCR that is broken in any way is the finding)
        what = f"can't read: {type(error).__name__}: {error}"
        return Finding(name="OCR", state="missing", what=what[:300], mend=mend)
    if _WORD in seen:
        return Finding(name="OCR", state="ok", what=f'read "{_WORD}" from a picture')
    return Finding(name="OCR", state="missing", what=f'read {seen!r} where "{_WORD}" is drawn', mend=mend)


def scripts() -> Finding:
    """The scripts in which names and texts can be looked for on the screen."""
    always = "Latin, Chinese, Japanese and Greek without accents are read"
    absent = unread()
    others = [script for script in LANGUAGES if script not in absent]
    what = f"{always}; by Tesseract also {', '.join(others)}" if others else always
    if not absent:
        return Finding(name="scripts", state="ok", what=what)
    mend = f"where tasks name such texts: {to_install(tuple(absent.values()))}"
    return Finding(name="scripts", state="warning", what=f"{what}; not {', '.join(absent)}", mend=mend)


def _read_word() -> str:
    import numpy as np  # noqa: PLC0415  (heavy: loaded on use)
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415

    from tools.observation import Frame  # noqa: PLC0415
    from tools.see.ocr import ScreenReader  # noqa: PLC0415

    picture = Image.new("RGB", (320, 120), "white")
    ImageDraw.Draw(picture).text((40, 40), _WORD, "black", ImageFont.load_default(24))
    return " ".join(line.text for line in ScreenReader().read(Frame.from_rgb(np.array(picture))).lines)
