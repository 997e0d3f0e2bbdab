"""Tasks as a checkout has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent.bench.componentbench.tasks import read_tasks
from agent.errors import BadInput
from tests.agent.bench.componentbench.checkouts import GOAL, task, write_tasks

if TYPE_CHECKING:
    from pathlib import Path


def test_tasks_come_by_component_and_library_those_that_need_a_network_last(tmp_path: Path) -> None:
    names = ["code_editor-mui-v2-T01", "slider-mui-v2-T02", "slider-antd-v2-T09", "feed-mantine-v2-T01"]
    write_tasks(tmp_path, "01_editors_and_more_v2_tasks.yaml", *(task(one) for one in names[:3]))
    write_tasks(tmp_path, "02_feed_family.yaml", task(names[3]))
    found = read_tasks(tmp_path)
    assert [one.identity for one in found] == [names[3], names[2], names[1], names[0]]
    assert (found[1].goal, found[1].conditions) == (GOAL, ("It was clicked.", "Once."))
    assert found[1].groups == {
        "library": "antd",
        "tier": "L2",
        "unit": "01 editors and more",
        "component": "slider",
    }
    assert found[0].unit == "02 feed family"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (task("slider-antd-v2-T01", browsergym_goal=" "), "task 2: is not as published: browsergym_goal: "),
        (task("slider-antd-v2-T01", browsergym_goal=["x"]), "task 2: is not as published: browsergym_goal: "),
        (task("slider-antd-v2-T01", difficulty="L2"), "task 2: is not as published: difficulty: "),
        (task("../../etc-antd-v2-T01"), "is not as published: id: "),
        (task("slider-antd-v2-T01?mode=presentation"), "is not as published: id: "),
        (task("slider-antd-T01"), "is not as published: id: "),
        (
            task("slider-antd-v2-T01", success_trigger={"human_readable": []}),
            "success_trigger.human_readable: ",
        ),
        (task("slider-antd-v2-T01\n"), "is not as published: id: "),
        ("a sentence", "task 2: is not as published: "),
        (task("button-antd-v2-T01"), "has button-antd-v2-T01 twice"),
    ],
)
def test_what_is_not_as_published_is_told_with_its_place(written: Any, said: str, tmp_path: Path) -> None:
    write_tasks(tmp_path, "01.yaml", task("button-antd-v2-T01"), written)
    with pytest.raises(BadInput) as told:
        read_tasks(tmp_path)
    assert said in str(told.value)
    assert str(tmp_path) in str(told.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"tasks: []", "is no list"),
        (b"- [", "can't be read"),
        (b"\xff\xfe", "can't be read"),
        (b"[]", "no tasks in it"),
        (b"!!python/object/apply:os.getcwd []", "can't be read"),
    ],
)
def test_a_file_that_is_none_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    write_tasks(tmp_path, "01.yaml").write_bytes(content)
    with pytest.raises(BadInput, match=said):
        read_tasks(tmp_path)
