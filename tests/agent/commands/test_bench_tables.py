"""`agent bench tables` as a user gives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agent.bench.tables.forms import TABLE_FORMS
from agent.cli import main, parser
from agent.commands import bench_tables
from agent.commands.options.bench import BENCH
from tests.agent.bench.runs import attempts, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_markdown_goes_to_standard_output_and_latex_where_it_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = str(written(tmp_path / "run", attempts(3, 4)))
    assert main(["bench", "tables", run]) == 0
    assert capsys.readouterr().out.startswith("**told: passed, in %**\n\n|  | m |\n")
    assert main(["bench", "tables", run, "--form", "latex"]) == 0
    assert "\\begin{tabular}{lr}" in capsys.readouterr().out
    assert main(["bench", "tables", run, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["exit"] == 0
    assert answer["tables"][0]["rows"][0]["cells"][0]["of"] == "3/4"


def test_a_form_of_another_command_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "tables", str(tmp_path), "--form", "sharegpt"]) == 2
    assert "bench tables has no such form" in capsys.readouterr().err


def test_every_form_is_offered_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = str(written(tmp_path / "run", attempts(1, 2)))
    written_forms = set()
    for form in TABLE_FORMS:
        options = parser().parse_args(["bench", "tables", run, "--form", form])
        assert bench_tables.main(BENCH.read(options)) == 0
        written_forms.add(capsys.readouterr().out)
    assert len(written_forms) == len(TABLE_FORMS)
