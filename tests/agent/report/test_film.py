"""Films: a WebM that browsers and OpenCV read, a GIF for tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from PIL import Image

from agent.errors import BadInput, BadRecording
from agent.report.film import COLOURS, RATE, WIDEST, write_gif, write_video
from agent.report.films.drawing import CAPTION
from agent.report.films.shots import shots
from tests.agent.fakes import click
from tests.agent.report.browser import chromium
from tests.agent.report.runs import TREE, record

if TYPE_CHECKING:
    from pathlib import Path


def test_a_video_has_the_size_and_the_length_of_its_shots(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_video(TREE / "xterm_command", tmp_path / "film.webm")
    film = cv2.VideoCapture(str(tmp_path / "film.webm"))
    pictures = []
    while (read := film.read())[0]:
        pictures.append(read[1])
    expected = [
        shot for shot in shots(TREE / "xterm_command", moving=True) for _ in range(round(shot.seconds * RATE))
    ]
    assert abs(len(pictures) - len(expected)) <= 1
    assert pictures[0].shape == (800 + CAPTION, 1280, 3)
    first = np.asarray(expected[0].picture)[:, :, ::-1].astype(int)
    assert np.abs(pictures[0].astype(int) - first).mean() < 6
    assert capfd.readouterr() == ("", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["film.webm"]


def test_a_browser_plays_the_video(tmp_path: Path) -> None:
    write_video(record(tmp_path / "rec", [click(), click()]), tmp_path / "film.webm")
    (tmp_path / "page.html").write_text("<video src='film.webm' muted autoplay></video>")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"file://{tmp_path}/page.html")
        page.wait_for_function("document.querySelector('video').currentTime > 0.2")
        size = page.evaluate(
            "[document.querySelector('video').videoWidth, document.querySelector('video').videoHeight]"
        )
    assert size == [320, 200 + CAPTION]


def test_a_gif_has_a_picture_a_step_and_one_of_the_end_and_is_small(tmp_path: Path) -> None:
    write_gif(TREE / "wrong_email", tmp_path / "film.gif")
    with Image.open(tmp_path / "film.gif") as film:
        assert film.n_frames == 12
        assert film.width == WIDEST
        assert len(film.convert("RGB").getcolors(1 << 20) or ()) <= COLOURS
    assert (tmp_path / "film.gif").stat().st_size < 400_000


@pytest.mark.parametrize("write", [write_video, write_gif])
def test_a_run_without_a_look_has_nothing_to_show(tmp_path: Path, write: object) -> None:
    rec = record(tmp_path / "rec", [KeyboardInterrupt()], cut=True)
    assert callable(write)
    with pytest.raises(BadInput, match="nothing was looked at"):
        write(rec, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("write", [write_video, write_gif])
def test_an_altered_frame_is_refused_and_leaves_no_file(tmp_path: Path, write: object) -> None:
    rec = record(tmp_path / "rec")
    for frame in sorted((rec / "frames").iterdir())[-1:]:
        Image.new("RGB", (320, 200)).save(frame, "WEBP", lossless=True)
    assert callable(write)
    with pytest.raises(BadRecording, match="altered"):
        write(rec, tmp_path / "out" / "film")
    assert list((tmp_path / "out").glob("*")) == []


@pytest.mark.parametrize("write", [write_video, write_gif])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, write: object) -> None:
    (tmp_path / "file").touch()
    assert callable(write)
    with pytest.raises(BadInput, match="can't be written"):
        write(record(tmp_path / "rec"), tmp_path / "file" / "film.webm")
