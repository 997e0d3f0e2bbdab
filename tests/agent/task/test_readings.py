"""Readings: which variable a written sentence reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.checks import held_before
from agent.checks.values_read import judge_all, with_read
from agent.errors import BadInput
from agent.expect.filling import filled
from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ChooseStep, TypeStep
from agent.task.file import load_task
from agent.task.readings import in_sql, name_read, with_values
from tests.agent.checks.contexts import context, lines
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from agent.task import Task


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ('Read "Order number" as order', "order"),
        ('read the "No." field in "Order" as no_1.', "no_1"),
        ('Read "the price as shown" as price', "price"),
        ('Read the cell in row "A" column "B" as cell', "cell"),
        ("Read the price as it is shown", None),
        ('Click "Read as draft"', None),
        ('Type "Read this as x" into "F"', None),
        ('Read "F" as 1st', None),
    ],
)
def test_a_reading_names_its_variable(step: str, name: str | None) -> None:
    assert name_read(step) == name


TASK = """\
instruction: Do it.
vars: {who: Ada, odd: "a $${order} b"}
steps:
  - Type "${who}" into "Customer"
  - Read "Order number" as order
  - Type "No. ${order}" into "Reference"
checks:
  - text: Order ${order}
  - sql: {database: a.db, query: "select '${order}', name from o", equals: [["${order}", x]]}
  - file: {path: a.txt, contains: "${order}"}
  - command: {run: [grep, "${order}", a.txt], stdout: "${order}"}
"""


def resolved(tmp_path: Path, text: str = TASK, **values: str) -> Task:
    path = tmp_path / "t.yaml"
    path.write_text(text, encoding="utf-8")
    return load_task(path).runs(values)[0].resolve(Path("w"))


def test_what_is_read_later_stays_a_reference_until_then(tmp_path: Path) -> None:
    task = resolved(tmp_path)
    assert [step.text for step in task.steps][2] == 'Type "No. ${order}" into "Reference"'
    made = with_read(task, {"order": "O'Neil"})
    text, sql, file, command = made.checks
    assert text.text == "Order O'Neil"
    assert (sql.query, sql.equals) == ("select 'O''Neil', name from o", (("O'Neil", "x"),))
    assert (file.contains, command.run, command.stdout) == ("O'Neil", ("grep", "O'Neil", "a.txt"), "O'Neil")
    assert with_read(task, {}) is task


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('Type "${who}" into', 'Type "${order}" into', '4:11: steps[0]: "order" is read by step 2 only'),
        ("Do it.", "Do ${order}.", '1:17: instruction: "order" is read at run time'),
        ("path: a.txt", "path: '${order}.txt'", '"order" is read at run time, and has no place here'),
        ("'${order}', name", "${order}, name", "in a query between single quotes"),
        ("'${order}', name", "'x${order}', name", "in a query between single quotes"),
        ('[grep, "${order}"', '[sh, "-c", "x ${order}"', "as one whole argument of a command"),
        ('[grep, "${order}"', '["${order}", x', "as one whole argument of a command"),
        ("No. ${order}", "No. ${ordre}", 'variable "ordre" is not set; did you mean "order"?'),
        ("as order", "as who", '5:5: steps[1]: "who" has another meaning already'),
        ("as order", "as workdir", '"workdir" has another meaning already'),
        ('Type "No. ${order}" into "Reference"', 'Read "Total" as order', "an earlier step reads"),
        ('Type "${who}" into', 'Type "${odd}" into', 'a value makes up a "${...}" that is read at run time'),
    ],
)
def test_a_reference_that_can_not_be_filled_in_is_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in TASK
    with pytest.raises(BadInput) as refused:
        resolved(tmp_path, TASK.replace(old, new))
    assert told in str(refused.value)


def test_a_value_from_outside_makes_up_no_reference(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a value makes up"):
        resolved(tmp_path, who="${order}")


@pytest.mark.parametrize("value", ["a\\' or 1=1", "a\nb", "\u202e"])
def test_what_a_query_may_obey_is_never_asked(tmp_path: Path, value: str) -> None:
    with pytest.raises(BadInput, match="has signs that a query may obey"):
        in_sql(value)
    [result] = judge_all(resolved(tmp_path), {"order": value}, context(tmp_path))
    assert (result.passed, result.kind) == (False, "sql")


@given(st.text())
def test_a_value_is_filled_in_as_it_is_and_never_again(value: str) -> None:
    assert with_values("a ${x} b ${y}", {"x": value}) == f"a {value} b ${{y}}"
    step = parse_step('Type "No. ${x}" into "F" in "${x}"')
    assert filled(step, {"x": value}) == TypeStep(
        f"No. {value}", Locator("F", qualifiers=(("in", Locator(value)),))
    )


def test_a_path_through_a_menu_is_not_made_by_a_value() -> None:
    step = filled(parse_step('Choose "File > ${x}"'), {"x": "a > b"})
    assert step == ChooseStep(("File", "a > b"), Locator("a > b"))


def test_a_check_about_what_is_yet_to_be_read_did_not_hold_before(tmp_path: Path) -> None:
    task = resolved(tmp_path, TASK.replace("Order ${order}", "No"))
    assert held_before(task, context(tmp_path, read=lambda _: lines("No"))) == (True, False, False, False)
