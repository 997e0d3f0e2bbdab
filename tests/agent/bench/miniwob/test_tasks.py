"""Which tasks there are."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest

from agent.bench.miniwob.tasks import digest, folder, tasks
from agent.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


def test_all_pages_of_the_package_are_tasks_and_it_is_never_imported() -> None:
    assert version("miniwob") == "1.1.0"
    found = tasks(folder())
    assert Counter(task.list for task in found) == {"environment": 125, "page only": 6, "flight": 3}
    assert len({task.name for task in found}) == 134
    assert "miniwob" not in sys.modules
    assert "gymnasium" not in sys.modules


def test_those_without_an_environment_are_exactly_those_that_the_package_does_not_register() -> None:
    registered = (folder().parent / "registration.py").read_text()
    for task in tasks(folder()):
        name = f'id="miniwob/{task.name.replace(".", ".")}-v1"'
        assert (name in registered) is (task.list != "page only"), task.name


def test_another_file_is_another_digest(tmp_path: Path) -> None:
    copy = tmp_path / "html"
    shutil.copytree(folder(), copy)
    assert digest(copy) == digest(folder())
    (copy / "core" / "core.css").write_text("body { color: red }")
    assert digest(copy) != digest(folder())


def test_a_missing_package_is_told_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.extras.find_spec", lambda _name: None)
    with pytest.raises(BadInput, match=r"needs miniwob: .*install 'deskhand\[bench\]'"):
        folder()
