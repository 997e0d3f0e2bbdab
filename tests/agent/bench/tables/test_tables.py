"""Tables: figures known by construction, of one and several runs, in both languages of markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.beside import read_runs
from agent.bench.statistics.proportion import proportion
from agent.bench.tables.latex import escaped as latex_escaped
from agent.bench.tables.latex import latex
from agent.bench.tables.making import tables_of
from agent.bench.tables.markdown import escaped, markdown
from agent.bench.tables.rows import rows
from agent.bench.tables.table import Figure, told
from tests.agent.bench.runs import HOSTILE, attempts, written
from tests.agent.bench.sets import made

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.tables.table import Row, Table

WORDS = "instructions"


def test_a_figure_is_told_in_its_unit() -> None:
    share = Figure(value=0.5, low=0.25, high=1, of="1/2")
    assert told(share, "%") == ("50.0", "25.0, 100.0", "1/2")
    assert told(share, "cost") == ("0.5", "0.25, 1", "1/2")
    assert told(Figure(value=12345.6, low=None, high=None, of="1"), "tokens") == ("12,346", "", "1")


def test_without_attempts_there_is_no_share(tmp_path: Path) -> None:
    runs = read_runs([written(tmp_path / "run", [made("x", "environment")])])
    assert [(one.label, one.cells) for one in rows(runs, "")] == [("all", (None,))]


def row(table: Table, label: str) -> Row:
    return next(one for one in table.rows if one.label == label)


def figures(found: Row) -> list[tuple[float, str] | None]:
    return [cell and (round(cell.value, 6), cell.of) for cell in found.cells]


def test_a_share_carries_its_interval_and_what_it_is_of(tmp_path: Path) -> None:
    found = tables_of(read_runs([written(tmp_path / "run", attempts(30, 40))]))
    cell = row(found.tables[0], "all").cells[0]
    known = proportion(30, 40)
    assert cell
    assert (cell.value, cell.low, cell.high, cell.of) == (0.75, known.low, known.high, "30/40")
    assert "| **all** | 75.0 \\[59.8, 85.8\\] (30/40) |" in markdown(found)
    assert "\\textbf{all} & 75.0 {\\footnotesize[59.8, 85.8]} (30/40) \\\\" in latex(found)


def test_what_the_environment_prevented_is_in_no_share(tmp_path: Path) -> None:
    run = written(tmp_path / "run", [*attempts(1, 2), made("x", "environment")])
    found = tables_of(read_runs([run]))
    assert figures(row(found.tables[0], "all")) == [(0.5, "1/2")]
    assert "1 environment" in found.notes[0]
    assert any(note.startswith("Not complete") for note in found.notes)


def test_original_and_refined_words_are_never_in_one_table(tmp_path: Path) -> None:
    both = [
        *attempts(3, 4, groups={WORDS: "original"}),
        *(made(f"r{number}", groups={WORDS: "refined"}) for number in range(6)),
    ]
    one = written(tmp_path / "one", both, apart=WORDS, model="one")
    other = written(tmp_path / "other", both[:4], apart=WORDS, model="other")
    found = tables_of(read_runs([one, other]))
    assert [table.caption for table in found.tables] == [
        "told, original: passed, in %", "told, refined: passed, in %",
    ]  # fmt: skip
    assert figures(row(found.tables[0], "all")) == [(0.75, "3/4"), (0.75, "3/4")]
    assert figures(row(found.tables[1], "all")) == [(1.0, "6/6"), None]
    assert not any("not of the same items" in note for note in found.notes)


def test_runs_of_other_items_are_said_to_be(tmp_path: Path) -> None:
    one = written(tmp_path / "one", attempts(1, 2), model="one")
    other = written(tmp_path / "other", attempts(1, 3), model="other", selected="x" * 64)
    assert any("not of the same items" in note for note in tables_of(read_runs([one, other])).notes)


def test_breakdowns_have_a_row_for_each_value_of_any_run_and_a_mean_where_it_is_another_figure(
    tmp_path: Path,
) -> None:
    sizes = {"a": (1, 2), "b": (1, 1), "c": (0, 1), "d": (4, 4)}
    told = [
        made(f"{size}{number}", "passed" if number < passed else "failed", groups={"size": size})
        for size, (passed, of) in sizes.items()
        for number in range(of)
    ]
    one = written(tmp_path / "one", told, model="one")
    other = written(tmp_path / "other", told[:3], model="other")
    table = tables_of(read_runs([one, other])).tables[0]
    assert figures(row(table, "a")) == [(0.5, "1/2"), (0.5, "1/2")]
    assert figures(row(table, "d")) == [(1.0, "4/4"), None]
    assert figures(row(table, "mean of these")) == [(0.625, "4"), (0.75, "2")]


def test_repeats_tell_flips_and_chances(tmp_path: Path) -> None:
    outcomes = {"always": ("passed", "passed"), "once": ("passed", "failed"), "never": ("failed", "failed")}
    told = [made(item, one, repeat) for item, both in outcomes.items() for repeat, one in enumerate(both)]
    table = tables_of(read_runs([written(tmp_path / "run", told, repeat=2)])).tables[0]
    assert figures(row(table, "items flipped")) == [(0.333333, "1/3")]
    assert figures(row(table, "pass@2")) == [(0.666667, "3")]
    assert figures(row(table, "pass^2")) == [(0.333333, "3")]


def test_means_of_what_an_attempt_took(tmp_path: Path) -> None:
    told = [
        made(
            f"item {n}",
            details={"steps": n},
            seconds={"total": n},
            tokens={"prompt": 100 * n, "reply": 10, "cost": 0.001},
        )
        for n in (1, 2, 3)
    ]
    table = tables_of(read_runs([written(tmp_path / "run", told)])).tables[0]
    for label, value in (("steps", 2.0), ("seconds", 2.0), ("tokens", 210.0), ("cost", 0.001)):
        assert figures(row(table, f"{label} an attempt")) == [(value, "3")]


def test_a_run_without_results_has_notes_alone(tmp_path: Path) -> None:
    found = tables_of(read_runs([written(tmp_path / "run", [], items=3, apart=WORDS)]))
    assert found.tables == ()
    assert "0 of 3 attempts decided" in markdown(found)
    assert "\\begin{tabular}" not in latex(found)


def test_hostile_names_are_text_in_markdown(tmp_path: Path) -> None:
    run = written(tmp_path / "run", attempts(1, 1, groups={HOSTILE: HOSTILE}), model=HOSTILE)
    lines = markdown(tables_of(read_runs([run]))).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {3}
    assert not [line for line in lines if "<" in line]
    shown = re.sub(r"\\(.)", r"\1", escaped(HOSTILE))
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == HOSTILE
    assert escaped("@you :smile: pass@3 12:30:00 #1") == "\\@you \\:smile: pass@3 12:30:00 \\#1"


def test_hostile_names_are_text_in_latex(tmp_path: Path) -> None:
    run = written(tmp_path / "run", attempts(1, 1, groups={HOSTILE: HOSTILE}), model=HOSTILE)
    text = latex(tables_of(read_runs([run])))
    assert latex_escaped(HOSTILE) in text
    assert "\\input" not in text
    left = re.sub(r"\\[a-z]+(\{\})?|\\[#$%&_{}]|\{[\[\]*]\}|\{\}", "", latex_escaped(HOSTILE))
    assert not set(left) & set("\\{}$&#%_^~<>|[]*`'\"")
    assert "--" not in latex_escaped("a--b---c")
    assert text.count("XeLaTeX") == 1
    assert "XeLaTeX" not in latex(tables_of(read_runs([written(tmp_path / "plain", attempts(1, 1))])))
