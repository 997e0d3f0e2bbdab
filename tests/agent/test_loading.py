"""How libraries with threads are loaded."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from agent.loading import loaded_with, uncollected

if TYPE_CHECKING:
    import pytest

NAME = "OMP_WAIT_POLICY"


def test_a_variable_is_there_while_a_library_is_loaded_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    with loaded_with(NAME, "PASSIVE"):
        assert os.environ[NAME] == "PASSIVE"
    assert NAME not in os.environ, "programs that are started later would get to see it"


def test_the_users_own_choice_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "ACTIVE")
    with loaded_with(NAME, "PASSIVE"):
        assert os.environ[NAME] == "ACTIVE"
    assert os.environ[NAME] == "ACTIVE"


def test_garbage_is_looked_for_afterwards_as_before() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


WATCHED = """
import gc, os, sys
seen = {}
class Finder:
    def find_spec(self, name, *_):
        seen.setdefault(name, gc.isenabled())
from agent.cli import main
sys.meta_path.insert(0, Finder())
main(["check", "tasks/fill_form.yaml"])
import numpy
print(len(os.listdir("/proc/self/task")), "OPENBLAS_NUM_THREADS" in os.environ, seen["numpy"], gc.isenabled())
print("left out:", gc.get_freeze_count() >= len(sys.modules))
"""
"""A command; its threads, whether numpy's variable is set, whether garbage was looked for, and is again; and
whether what was loaded is left out."""


def test_a_command_loads_numpy_with_one_thread_and_programs_do_not_get_to_see_that() -> None:
    environ = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True, env=environ
    )
    assert done.stdout.splitlines()[-2:] == ["1 False False True", "left out: True"]
