"""pytest's configuration and items, as far as the plugin asks them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from agent.pytest_plugin.options import read, settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from agent.pytest_plugin.options import Settings

USUAL = {
    "agent_tasks": [],
    "agent_mode": "run",
    "agent_model": None,
    "agent_output": None,
    "agent_trace": "retain-on-failure",
    "agent_video": "off",
    "agent_screenshot": "only-on-failure",
    "agent_report": None,
    "agent_update": False,
    "agent_update_new_only": False,
}


def config(here: Path, args: list[str], ini: list[Path] | None = None, **given: Any) -> Any:
    """The configuration of a session that was started in a folder, not read yet."""
    source = pytest.Config.ArgsSource
    return SimpleNamespace(
        option=SimpleNamespace(**{**USUAL, **given}),
        invocation_params=SimpleNamespace(dir=here),
        getini={"agent_tasks": ini or [], "agent_recordings": "recordings"}.get,
        args=args or [str(here / "tests")],
        args_source=source.ARGS if args else source.TESTPATHS,
        stash=pytest.Stash(),
    )


def settings(here: Path, **given: Any) -> Settings:
    """What was read."""
    made = config(here, [], **given)
    read(made)
    return settings_of(cast("pytest.Config", made))


def item(here: Path, nodeid: str = "a.agent.yaml::a", retry: int = 0, **given: Any) -> Any:
    """An item of such a session."""
    made = config(here, [], **given)
    read(made)
    return SimpleNamespace(config=made, nodeid=nodeid, execution_count=retry + 1)
