"""Pictures of what an image check compared."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.recording.reading import load_lines
from agent.report.pages.album import Album
from agent.report.pages.compared import compared
from agent.report.pages.rendering import rendered
from agent.report.pages.view import run_view
from tests.agent.report.runs import check, record

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_found_beside_the_recording_wherever_that_was_made(tmp_path: Path) -> None:
    Image.new("RGB", (90, 30), (200, 10, 10)).save(tmp_path / "check-2.png")
    for named in ("check-2.png", "/builds/7/runs/form/check-2.png", "C:\\runs\\check-2.png"):
        picture = compared(tmp_path / "recording", named)
        assert picture is not None
        with Image.open(BytesIO(b64decode(picture.base64))) as shown:
            assert shown.size == tuple(picture.size) == (90, 30)


@pytest.mark.parametrize(
    "named", ["../secret.png", "/etc/passwd", "secret.png", "check-2.png/../secret.png", ""]
)
def test_no_other_file_is_shown(tmp_path: Path, named: str) -> None:
    (tmp_path / "rec").mkdir()
    for place in (tmp_path, tmp_path / "rec"):
        Image.new("RGB", (9, 9)).save(place / "secret.png")
    assert compared(tmp_path / "rec" / "recording", named) is None


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "secret.png")
    (tmp_path / "check-1.png").symlink_to(tmp_path / "secret.png")
    assert compared(tmp_path / "recording", "check-1.png") is None


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"0" * 50])
def test_what_is_no_picture_is_left_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "check-1.png").write_bytes(content)
    assert compared(tmp_path / "recording", "check-1.png") is None
    Image.new("RGB", (3000, 2000)).save(tmp_path / "check-1.png")
    assert compared(tmp_path / "recording", "check-1.png") is None


def test_the_page_shows_it_at_its_check(tmp_path: Path) -> None:
    one = check("image", "saved.png", passed=False).model_copy(
        update={"picture": str(tmp_path / "check-1.png")}
    )
    rec = record(tmp_path / "recording", checks=[one])
    Image.new("RGB", (90, 30)).save(tmp_path / "check-1.png")
    page = rendered("one.html", view=run_view(load_lines(rec), Album({}, {})))
    assert page.count(b'class="compared"') == 1
