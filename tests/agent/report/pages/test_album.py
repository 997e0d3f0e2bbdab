"""Albums: each frame once, verified, in no more bytes than there is room for."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.errors import BadRecording
from agent.recording.reading import load_lines
from agent.report.pages.album import LADDER, album_of, encoded
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.report.runs import TREE, Painted, record
from tools.geometry import Point, Size

if TYPE_CHECKING:
    from pathlib import Path


def test_frames_are_as_they_were_recorded_where_there_is_room() -> None:
    recording = load_lines(TREE / "wrong_email")
    album = album_of(recording, [], 10**7)
    assert album.made_smaller is None
    assert list(album.pictures) == list(recording.digests)
    for digest, picture in album.pictures.items():
        assert b64decode(picture.base64) == (recording.folder / "frames" / f"{digest}.webp").read_bytes()
        assert picture.size == Size(1280, 800)


@pytest.mark.parametrize("room", [2_000_000, 600_000, 200_000])
def test_they_are_made_smaller_until_they_fit(tmp_path: Path, room: int) -> None:
    rec = record(tmp_path / "rec", [click(), click(100, 100), DONE], desktop=Painted(640, 400, noise=True))
    recording = load_lines(rec)
    album = album_of(recording, [], room)
    assert album.made_smaller in LADDER
    assert sum(len(picture.base64) for picture in album.pictures.values()) <= room
    picture = next(iter(album.pictures.values()))
    assert picture.size == Size(640, 400)
    with Image.open(BytesIO(b64decode(picture.base64))) as shown:
        assert shown.width == round(640 * album.made_smaller.share)


def test_where_nothing_helps_they_are_as_small_as_can_be(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec", desktop=Painted(640, 400, noise=True))
    assert album_of(load_lines(rec), [], 10).made_smaller == LADDER[-1]


def test_one_that_is_smaller_as_it_is_stays(tmp_path: Path) -> None:
    frame = make_frame(3)
    assert len(encoded(frame, LADDER[0])) > 0
    rec = record(tmp_path / "rec", [click(), DONE], desktop=Painted(64, 48))
    recording = load_lines(rec)
    album = album_of(recording, [], 150)
    for digest, picture in album.pictures.items():
        assert len(b64decode(picture.base64)) <= (rec / "frames" / f"{digest}.webp").stat().st_size


def test_a_file_that_holds_more_than_the_verified_pixels_is_packed_anew(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec", [DONE])
    [path] = (rec / "frames").iterdir()
    with Image.open(path) as frame:
        frames = [frame.convert("RGB"), Image.new("RGB", frame.size, "red")]
    frames[0].save(
        path, "WEBP", lossless=True, exact=True, save_all=True, append_images=frames[1:], duration=1
    )
    album = album_of(load_lines(rec), [], 10**7)
    shown = b64decode(album.pictures[path.stem].base64)
    with Image.open(BytesIO(shown)) as picture:
        assert (picture.n_frames, picture.convert("RGB").tobytes()) == (1, frames[0].tobytes())


def test_targets_are_found_on_their_frames() -> None:
    recording = load_lines(TREE / "wrong_email")
    on = recording.steps[0].frame
    assert set(album_of(recording, [(on, Point(691, 205))], 10**7).boxes) == {(on, Point(691, 205))}


def test_an_altered_frame_is_refused(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    Image.new("RGB", (320, 200)).save(next((rec / "frames").iterdir()), "WEBP", lossless=True)
    with pytest.raises(BadRecording, match="altered"):
        album_of(load_lines(rec), [], 10**7)
