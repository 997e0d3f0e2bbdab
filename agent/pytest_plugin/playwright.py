"""Neighbourhood of pytest-playwright, which empties the output folder when its first test begins. Light.

Items of ours may have run by then, in this process or in another one: it is emptied before all of them.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

_EMPTIES = "delete_output_dir"
"""Its fixture that does."""
_PLUGIN = "playwright"


def empty_output(config: pytest.Config) -> None:
    """Empty the folder in its stead as a session begins; not in a worker of xdist, which comes later."""
    if config.pluginmanager.hasplugin(_PLUGIN) and not hasattr(config, "workerinput"):
        folder = config.invocation_params.dir / config.option.output
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def spared(fixture: pytest.FixtureDef[Any], config: pytest.Config) -> Iterator[None]:
    """While it lasts, that fixture finds nothing to empty."""
    if fixture.argname != _EMPTIES or not config.pluginmanager.hasplugin(_PLUGIN):
        yield
        return
    folder = config.option.output
    config.option.output = str(config.invocation_params.dir / ".nothing-to-empty")
    try:
        yield
    finally:
        config.option.output = folder
