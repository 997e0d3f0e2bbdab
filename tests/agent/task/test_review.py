"""What is looked at before a run: secrets, pictures, areas and steps that are yet to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.task.file import Run, load_task
from agent.task.review import refuse_gaps, review

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("checks: [{image: {like: a.png}}]", "2:19: checks[0].image.like: there is no picture"),
        (
            "precheck: [{image: {like: there.png, region: [0, 0, 1281, 9]}}]",
            "2:38: precheck[0].image.region: reaches beyond the display",
        ),
        ("checks: [{image: {like: [there.png, a.png]}}]", "2:19: checks[0].image.like: there is no picture"),
        ("masks: [{box: [1270, 0, 20, 20]}]", "2:10: masks[0].box: reaches beyond the display"),
        ("forbid: [{region: [0, 790, 20, 20]}]", "2:11: forbid[0].region: reaches beyond the display"),
        ("secrets: [PW]", "2:1: secrets: the task holds the value of PW; write ${secret.PW} instead"),
    ],
)
def test_what_can_not_be_run_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "there.png").touch()
    path = tmp_path / "t.yaml"
    path.write_text(f"instruction: open sesame\n{text}\n")
    file = load_task(path)
    task = Run(file, {}, None).resolve(tmp_path)
    with pytest.raises(BadInput) as refused:
        review(file.document, task, {"PW": "open sesame"} if "secrets" in text else {})
    assert f"t.yaml:{said}" in str(refused.value)


def test_all_steps_that_are_yet_to_be_written_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("instruction: x\nsteps:\n  - 'TO DO: a drag'\n  - Press Tab\n  - 'TO DO: a click'\n")
    file = load_task(path)
    with pytest.raises(BadInput) as refused:
        refuse_gaps(file.steps)
    assert [line.rpartition("t.yaml:")[2].partition(";")[0] for line in str(refused.value).splitlines()] == [
        "3:5: steps[0]: this step is yet to be written: a drag",
        "5:5: steps[2]: this step is yet to be written: a click",
    ]
