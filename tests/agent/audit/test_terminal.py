"""What an audit prints: a line a mutant, and a table that says where nobody looks."""

from __future__ import annotations

from agent.audit.terminal import print_audit, print_mutant
from tests.agent.audit.audits import audit, judged
from tests.agent.results import Printed


def test_a_mutant_is_one_line() -> None:
    console = Printed()
    print_mutant(console, judged("check", why="sql: no rows"), "3/29")
    assert console.text == '     3/29  by a check  Click "OK": left out  sql: no rows\n'


def test_foreign_text_is_harmless_and_cut() -> None:
    console = Printed(80)
    print_mutant(console, judged("step", why="\x1b[31m" + "x" * 500), "3/29")
    (line,) = console.text.splitlines()
    assert len(line) <= 80
    assert line.isprintable()


def test_the_table_has_a_row_a_step_with_both_kinds() -> None:
    console = Printed()
    nothing = judged("check", kind="nothing done", step=None, text="", told="nothing done")
    other = judged("survived", kind="other value", told='"Ade" instead')
    print_audit(console, audit(nothing, judged("step"), other, judged("equivalent", step=3, text="Wait")))
    rows = [line.split() for line in console.text.splitlines()]
    assert ["line", "step", "left", "out", "other", "value"] in rows
    assert ["(nothing", "done)", "by", "a", "check"] in rows
    assert ["12", "Click", '"OK"', "by", "a", "step", "SURVIVED"] in rows
    assert ["12", "Wait", "equivalent"] in rows


def test_a_survivor_is_told_with_file_and_line_and_the_score_with_its_parts() -> None:
    console = Printed(200)
    print_audit(console, audit(judged("check"), judged("survived", recording="runs/1/recording")))
    assert (
        'tasks/t.yaml:12: no check notices: Click "OK": left out\n      it passed in runs/1/recording'
        in console.text
    )
    assert "50%  1 of 2 mutants: 1 noticed by checks, 0 by a later step, 1 survived" in console.text


def test_an_accepted_one_is_told_with_its_reason_and_one_not_judged_with_what_came_in_between() -> None:
    console = Printed(200)
    print_audit(
        console,
        audit(judged("survived", accepted="it closes by itself"), judged("not judged", why="no display")),
    )
    assert 'tasks/t.yaml:12: explained: Click "OK": left out: it closes by itself' in console.text
    assert "tasks/t.yaml:12: not judged (left out): no display" in console.text
    assert "no check notices" not in console.text


def test_a_check_that_noticed_nothing_is_told() -> None:
    console = Printed(200)
    print_audit(console, audit(judged("check")))
    said = 'no mutant was noticed by: text "Saved" on the screen, and held before anything was done'
    assert console.text.count("no mutant was noticed by") == 1
    assert said in console.text
