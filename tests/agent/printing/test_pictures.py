"""Pictures in terminals that can show them."""

from __future__ import annotations

import base64
import io
import re
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.printing.pictures import codes_for, iterm_codes, kitty_codes, show
from agent.printing.sixel import sixel_codes

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("environ", "codes"),
    [
        ({"TERM": "xterm-kitty"}, kitty_codes),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, kitty_codes),
        ({"TERM": "xterm-ghostty"}, kitty_codes),
        ({"TERM_PROGRAM": "iTerm.app"}, iterm_codes),
        ({"TERM_PROGRAM": "WezTerm"}, iterm_codes),
        ({"LC_TERMINAL": "iTerm2"}, iterm_codes),
        ({"TERM": "foot"}, sixel_codes),
        ({"TERM": "xterm-sixel"}, sixel_codes),
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, None),
        ({}, None),
    ],
)
def test_the_environment_says_how(environ: dict[str, str], codes: object) -> None:
    assert codes_for(environ) is codes


def png(width: int, height: int = 20) -> bytes:
    image = Image.effect_noise((width, height), 90).convert("RGB")
    image.save(out := io.BytesIO(), "PNG")
    return out.getvalue()


def test_kitty_gets_all_of_it_in_pieces() -> None:
    picture = png(300, 100)
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", kitty_codes(picture))
    assert base64.b64decode("".join(data for _, data in pieces)) == picture
    assert [keys for keys, _ in pieces] == ["a=T,f=100,q=2,m=1", *["m=1"] * (len(pieces) - 2), "m=0"]
    assert max(len(data) for _, data in pieces) == 4096


def test_iterm_gets_it_whole() -> None:
    head, _, data = iterm_codes(b"abc").rstrip("\a").partition(":")
    assert head == "\x1b]1337;File=inline=1;size=3;preserveAspectRatio=1"
    assert base64.b64decode(data) == b"abc"


def decoded(codes: str) -> Image.Image:
    """A picture of sixels, as a terminal draws it."""
    told = re.fullmatch(r'\x1bP0;1q"1;1;(\d+);(\d+)((?:#\d+;2;\d+;\d+;\d+)*)(.*)\x1b\\', codes, re.DOTALL)
    assert told is not None
    width, height, colours, bands = int(told[1]), int(told[2]), told[3], told[4]
    given = re.findall(r"#(\d+);2;([\d;]+)", colours)
    palette = {n: tuple(int(part) * 255 // 100 for part in rgb.split(";")) for n, rgb in given}
    image = Image.new("RGB", (width, height))
    for top, band in enumerate(bands.split("-")):
        for row in band.split("$"):
            colour, signs = re.fullmatch(r"#(\d+)(.*)", row).groups()  # type: ignore[union-attr]
            left = 0
            for count, sign in re.findall(r"(?:!(\d+))?([?-~])", signs):
                for _ in range(int(count or 1)):
                    for bit in range(6):
                        if (ord(sign) - 63) >> bit & 1:
                            image.putpixel((left, 6 * top + bit), palette[colour])
                    left += 1
            assert left == width
    return image


def test_sixels_draw_the_picture() -> None:
    image = Image.new("RGB", (50, 17), (255, 0, 0))
    image.paste((0, 0, 255), (10, 5, 30, 17))
    image.save(out := io.BytesIO(), "PNG")
    shown = decoded(sixel_codes(out.getvalue()))
    assert shown.size == image.size
    assert shown.tobytes() == image.tobytes()


def test_a_wide_picture_is_made_smaller() -> None:
    assert decoded(sixel_codes(png(1920, 60))).size == (960, 30)


def test_what_is_no_terminal_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").write_bytes(png(30))
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.delenv("TMUX", raising=False)
    assert show(tmp_path / "a.png") is False
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert show(tmp_path / "a.png") is True
    assert show(tmp_path / "none.png") is False
    assert capsys.readouterr().err.startswith("\x1b_Ga=T")
