"""A benchmark side by side: the same results as one after another, and none twice after a kill."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.bench.results.reading import read_results
from agent.bench.run import run_benchmark
from agent.bench.sets import Asked, load_set
from agent.commands.bench_jobs import side_by_side
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import screenspot, screenspot_pro
from tests.tools.xserver import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.summary import Summary


def run(asked: Asked, out: Path, jobs: int) -> Summary:
    benchmark = load_set(asked)
    carries = side_by_side(jobs, asked)
    return run_benchmark(benchmark, benchmark.items(), 2, out, lambda *_: None, carries)


def test_side_by_side_the_same_comes_of_each(tmp_path: Path) -> None:
    asked = Asked("screenspot", "reader", screenspot(tmp_path / "data"))
    found = run(asked, tmp_path / "out", 2)
    [section] = found.sections
    assert (found.expected, found.complete, section.outcomes) == (12, True, {"passed": 12})
    results = read_results(tmp_path / "out")
    assert len({attempt.key for attempt in results.attempts}) == 12


def test_bad_data_end_the_run(tmp_path: Path) -> None:
    data = screenspot_pro(tmp_path / "data")
    (data / "images" / "word_windows" / "screenshot.png").write_bytes(b"no picture")
    with pytest.raises(BadInput, match="is no picture"):
        run(Asked("screenspot-pro", "reader", data), tmp_path / "out", 2)


def test_a_kill_of_the_harness_costs_what_was_under_way_and_nothing_is_done_twice(tmp_path: Path) -> None:
    data, out, whole = screenspot(tmp_path / "data"), tmp_path / "out", tmp_path / "whole"
    command = [sys.executable, "-m", "agent", "bench", "screenspot", "--data", str(data), "--repeat", "3"]
    killed = subprocess.Popen(
        [*command, "--out", str(out)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wait_until(lambda: (out / "results.jsonl").exists() and _lines(out) >= 4, lambda: "four attempts")
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    before = read_results(out).attempts
    for folder in (out, whole):
        subprocess.run([*command, "--out", str(folder), "--jobs", "2"], check=True, capture_output=True)
    assert read_results(out).attempts[: len(before)] == before
    told = [_compared(folder) for folder in (out, whole)]
    assert told[0] == told[1]
    assert len(read_results(out).attempts) == 18


def _lines(out: Path) -> int:
    return (out / "results.jsonl").read_bytes().count(b"\n")


def _compared(out: Path) -> tuple[object, object]:
    """Attempts and figures without times and digests of lines."""
    attempts = [one.model_dump(exclude={"seconds"}) for one in read_results(out).latest]
    figures = json.loads((out / "summary.json").read_text())
    sections = [{key: value for key, value in one.items() if key != "seconds"} for one in figures["sections"]]
    return attempts, sections
