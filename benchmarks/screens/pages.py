"""Web pages of the pictures, drawn by Chromium; the page reports every box."""

from __future__ import annotations

import base64
import html
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from tools.geometry import Box
from tools.observation import Frame
from training.screens.grounds import ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.screens.pictures import Picture

_SIZE = (1280, 800)
_COLUMNS = 3


class Pages:
    """Takes pictures of pages."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder

    def show(self, picture: Picture) -> tuple[Frame, dict[str, Box]]:
        """As `Stage.show`."""
        page = _Page(picture)
        source, shot = self._folder / "page.html", self._folder / "page.png"
        source.write_text(page.text)
        shot.unlink(missing_ok=True)
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text"]
        size = f"--window-size={_SIZE[0]},{_SIZE[1]}"
        profile = f"--user-data-dir={self._folder}/profile"
        command = [self._program, *options, size, profile, f"--screenshot={shot}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        image = cv2.cvtColor(cv2.imread(str(shot)), cv2.COLOR_BGR2RGB)
        frame = Frame.from_rgb(image)
        return frame, {name: box for name, box in page.boxes.items() if box.clip(frame.size) == box}


class _Page:
    """The source of a page, and where everything is on it."""

    def __init__(self, picture: Picture) -> None:
        self.boxes: dict[str, Box] = {}
        self.picture, self.look = picture, picture["look"]
        self.zoom = self.look["dpi"]
        draw = self._rows if picture["kind"] == "rows" else self._grid
        self.text = f"<!doctype html><meta charset=utf-8>{self._style()}<body>{''.join(draw())}</body>"

    def _style(self) -> str:
        look = self.look
        behind = look["bg"]
        picture = ground(self.picture["kind"], self.picture["photo_seed"])
        if picture is not None:
            encoded = cv2.imencode(".png", picture)[1].tobytes()
            behind = f"url(data:image/png;base64,{base64.b64encode(encoded).decode()})"
        size = round(look["size"] * 96 / 72 * self.zoom, 2)
        return (
            f"<style>body{{margin:0;background:{behind};color:{look['fg']}}}"
            f"*{{position:absolute;box-sizing:border-box;font:{look['weight']} {size}px '{look['font']}'}}"
            f"button{{background:{look['button']};color:inherit;border:1px solid {look['faint']};"
            f"border-radius:4px}} button:disabled{{color:{look['faint']}}}"
            f".panel{{background:rgba(20,24,30,.55);color:#fff;border-radius:6px}}"
            f".panel.off{{color:#8a8a8a}} .off{{color:{look['faint']}}}</style>"
        )

    def _grid(self) -> Iterator[str]:
        for number, item in enumerate(self.picture["items"]):
            left, top = number % _COLUMNS * 240, number // _COLUMNS * 64
            yield self._one(item["id"], item, (left, top, 200, 34))

    def _rows(self) -> Iterator[str]:
        for number, item in enumerate(self.picture["items"]):
            for column, cell in enumerate(item["cells"]):
                yield self._one(
                    f"{item['id']}/{column}", {"text": cell}, (column * 150, number * 40, 140, 30)
                )
            for column, caption in enumerate(item["buttons"]):
                place = (640 + column * 110, number * 40, 100, 30)
                yield self._one(f"{item['id']}/{caption}", {"text": caption, "role": "button"}, place)

    def _one(self, name: str, item: Picture, place: tuple[int, int, int, int]) -> str:
        left, top = self.picture["at"]
        box = Box(*(round(value * self.zoom) for value in place))
        self.boxes[name] = box = Box(left + box.left, top + box.top, box.width, box.height)
        where = f"left:{box.left}px;top:{box.top}px;width:{box.width}px;height:{box.height}px"
        text, off = html.escape(item["text"]), item.get("disabled", False)
        if item.get("role") in ("button", "check", "radio"):
            return f"<button style='{where}' {'disabled' if off else ''}>{text}</button>"
        kinds = ["panel"] * (self.picture["kind"] in ("noise", "photo")) + ["off"] * off
        inside = f"line-height:{box.height}px;text-align:center;white-space:nowrap"
        return f"<div class='{' '.join(kinds)}' style='{where};{inside}'>{text}</div>"


@contextmanager
def pages() -> Iterator[Pages | None]:
    """What takes pictures of pages; None where Chromium is not installed."""
    program = shutil.which("chromium")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Pages(program, Path(folder))
