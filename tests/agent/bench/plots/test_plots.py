"""Plots: what they show is known by construction; what is written is read back as pictures and as XML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib import font_manager
from PIL import Image

from agent.bench.beside import read_runs
from agent.bench.plots.budget import curve
from agent.bench.plots.canvas import mark, short, undrawn
from agent.bench.plots.drawing import draw_curves
from agent.bench.plots.sizes import sizes
from agent.bench.plots.writing import write_plots
from agent.errors import BadInput
from tests.agent.bench.runs import HOSTILE, attempts, written
from tests.agent.bench.sets import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = ("00-15 px", "64 px and more")


def seconds_told() -> Iterator[object]:
    """Four attempts: passed after 2 s, after 5 s, and failed after 1 and 9 s."""
    for item, outcome, seconds in (
        ("a", "passed", 2),
        ("b", "failed", 1),
        ("c", "passed", 5),
        ("d", "failed", 9),
    ):
        yield made(
            item,
            outcome,
            seconds={"total": seconds},
            groups={"words": "original", "target": SIZES[item in "cd"]},
        )


def texts(svg: Path) -> list[str]:
    tree = ET.parse(svg)
    return ["".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")]


def test_a_curve_rises_where_attempts_pass_and_ends_with_what_the_longest_took(tmp_path: Path) -> None:
    run = read_runs([written(tmp_path / "run", seconds_told())])[0]
    found = curve(run, "", "time")
    assert found
    assert [(point.x, point.share) for point in found.points] == [(2.0, 0.25), (5.0, 0.5), (9.0, 0.5)]
    assert (found.total.passed, found.total.of) == (2, 4)


def test_a_run_that_does_not_know_what_an_attempt_took_that_passed_has_no_curve(tmp_path: Path) -> None:
    told = [made("a", seconds={"total": 1}), made("b"), made("c", "failed", seconds={"total": 1})]
    assert curve(read_runs([written(tmp_path / "run", told)])[0], "", "time") is None
    assert curve(read_runs([written(tmp_path / "other", [])])[0], "", "time") is None


def test_of_many_points_enough_are_kept_and_always_the_last(tmp_path: Path) -> None:
    told = [made(f"i{number:04}", seconds={"total": 1 + number}) for number in range(450)]
    found = curve(read_runs([written(tmp_path / "run", told)])[0], "", "time")
    assert found
    assert len(found.points) <= 200
    assert (found.points[-1].x, found.points[-1].share) == (450.0, 1.0)


def test_misses_by_size_are_what_did_not_pass(tmp_path: Path) -> None:
    run = read_runs(
        [written(tmp_path / "run", [*seconds_told(), made("e", "refused", groups={"target": SIZES[1]})])]
    )
    missed = sizes(run, "")[0].missed
    assert {size: (round(one.share, 3), one.of) for size, one in missed.items()} == {
        SIZES[0]: (0.5, 2), SIZES[1]: (0.667, 3),
    }  # fmt: skip
    assert all(one.low <= one.share <= one.high for one in missed.values())


def test_every_section_has_pictures_of_its_own_and_what_is_left_out_is_said(tmp_path: Path) -> None:
    first = [
        *seconds_told(),
        *(made(f"r{n}", seconds={"total": 1}, groups={"words": "refined"}) for n in "xy"),
    ]
    one = written(tmp_path / "one", first, apart="words", model=HOSTILE)
    empty = written(tmp_path / "two", [], apart="words", model="empty")
    found = write_plots(read_runs([one, empty]), tmp_path / "out")
    assert [file.name for file in found.files if file.suffix == ".svg"] == [
        "told-original-time.svg", "told-original-sizes.svg", "told-refined-time.svg",
    ]  # fmt: skip
    assert any("original: passed against steps: no run knows" in what for what in found.left_out)
    assert any("original: passed against time: empty: it has no attempts" in what for what in found.left_out)
    assert any("refined: misses by size" in what for what in found.left_out)
    for file in found.files:
        if file.suffix == ".png":
            with Image.open(file) as picture:
                shown = np.asarray(picture.convert("L"))
            assert (shown < 128).mean() > 0.002
    told = texts(tmp_path / "out" / "told-original-time.svg")
    assert any(one.startswith(f"{short(HOSTILE)}: 50.0 % [15.0, 85.0], 2/4") for one in told)
    assert "told, original: passed against time" in told


def test_names_in_any_script_are_drawn_or_left_to_whoever_shows_the_picture(tmp_path: Path) -> None:
    run = read_runs([written(tmp_path / "run", attempts(1, 1, seconds={"total": 3}), model="模型 κόσμος")])[0]
    one = curve(run, "", "time")
    assert one
    files = draw_curves([one], "标题", "seconds", tmp_path, "one")
    assert any("模型 κόσμος" in text for text in texts(files[0]))
    assert "标题" in texts(files[0])


def test_signs_that_no_font_here_has_are_told(tmp_path: Path) -> None:
    tangut = "\U00017000"
    there = [
        font.name
        for font in font_manager.fontManager.ttflist
        if ord(tangut) in font_manager.get_font(font.fname).get_charmap() and "Last Resort" not in font.name
    ]
    assert undrawn(["plain", f"a {tangut}"]) == ("" if there else tangut)
    run = written(tmp_path / "run", attempts(1, 1), model=f"m {tangut}")
    told = write_plots(read_runs([run]), tmp_path / "out").left_out
    assert any(what.startswith(f"{tangut}: no font") for what in told) is not bool(there)


def test_runs_are_told_apart_without_colour() -> None:
    grey = [mark(number)[1:] for number in range(20)]
    assert len(set(grey)) == len(grey)


def test_a_name_that_begins_as_hidden_ones_do_is_in_the_legend(tmp_path: Path) -> None:
    run = written(tmp_path / "run", seconds_told(), model="_m")
    write_plots(read_runs([run]), tmp_path / "out")
    for plot in ("time", "sizes"):
        assert any(text.strip().startswith("_m") for text in texts(tmp_path / "out" / f"told-{plot}.svg"))


def test_a_long_label_loses_its_middle() -> None:
    assert short("short") == "short"
    assert short("a" * 50 + "b" * 50) == f"{'a' * 31}…{'b' * 31}"


def test_the_same_results_make_the_same_files(tmp_path: Path) -> None:
    one = curve(read_runs([written(tmp_path / "run", seconds_told())])[0], "", "time")
    assert one
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        draw_curves([one], "t", "seconds", tmp_path / folder, "same")
    for name in ("same.svg", "same.png"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="can't be written"):
        write_plots(read_runs([written(tmp_path / "run", attempts(1, 1))]), tmp_path / "file")
