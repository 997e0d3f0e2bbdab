"""The fixture `drift_battery`, and that the plugin is light."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import agent.pytest_plugin
from agent.pytest_plugin.drift import drift_battery
from tests.libraries import HEAVY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_users_tests_have_the_fixture_and_load_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        "import sys\n\n"
        "def test_mine(drift_battery):\n"
        f"    assert not {set(HEAVY)!r} & {{name.split('.')[0] for name in sys.modules}}\n"
        "    assert callable(drift_battery)\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "agent.pytest_plugin", "."],
        cwd=tmp_path,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},  # pytest-html brings its own
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_fixture_is_what_the_plugin_gives() -> None:
    assert agent.pytest_plugin.drift_battery is drift_battery
