"""What fontconfig and toolkits are told."""

from __future__ import annotations

import os
import random
import subprocess
from typing import TYPE_CHECKING

from agent.drift.changes.environment import environment_drift
from agent.drift.changes.fonts import PROPORTIONAL, installed, write_family

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def matched(environ: Mapping[str, str], pattern: str, *fields: str) -> list[str]:
    """What a program gets that asks for a font."""
    form = "|".join(f"%{{{field}}}" for field in fields)
    command = ["fc-match", "--format", form, pattern]
    done = subprocess.run(command, env=os.environ | environ, capture_output=True, text=True, check=True)
    return done.stdout.split("|")


def test_a_program_gets_another_font_whatever_it_asks_for(tmp_path: Path) -> None:
    around = environment_drift("font", random.Random(1), tmp_path)
    family = around.told.removeprefix("font ")
    assert family in installed(PROPORTIONAL)
    for asked in ("sans-serif", "DejaVu Sans", "serif:size=20"):
        assert family in matched(around.environ, asked, "family")[0].split(",")


def test_columns_stay_columns(tmp_path: Path) -> None:
    write_family(tmp_path / "fonts.conf", "DejaVu Serif", None)
    environ = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    assert matched(environ, "monospace", "family", "spacing") == matched({}, "monospace", "family", "spacing")


def test_letters_of_another_size(tmp_path: Path) -> None:
    around = environment_drift("font_size", random.Random(3), tmp_path)
    [usual] = matched({}, "DejaVu Sans:pixelsize=20", "pixelsize")
    [now] = matched(around.environ, "DejaVu Sans:pixelsize=20", "pixelsize")
    assert around.told == f"letters {float(now) / float(usual):.0%} as large"
    assert now != usual


def test_what_other_drifts_set(tmp_path: Path) -> None:
    drawn = [environment_drift("dpi", random.Random(seed), tmp_path) for seed in range(20)]
    assert {one.resources["Xft.dpi"] for one in drawn} == {"106", "120", "144", "168", "192"}
    assert all(("GDK_SCALE" in one.environ) == (one.resources["Xft.dpi"] == "192") for one in drawn)
    assert "GTK_THEME" in environment_drift("theme", random.Random(1), tmp_path).environ
    assert 1 <= environment_drift("slow_start", random.Random(1), tmp_path).delay <= 4
