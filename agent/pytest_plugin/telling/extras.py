"""Pictures and links for the reports of other plugins: pytest-html's and Allure's, where they are in use."""

from __future__ import annotations

import base64
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from agent.pytest_plugin.kept.files import Kept
    from agent.task import Run

_TYPES = {".png": "image/png", ".webm": "video/webm", ".zip": "application/zip"}


def html_extras(kept: Kept, config: pytest.Config) -> list[dict[str, Any]]:
    """What pytest-html shows of a run; none without it. Pictures are put into its page, others are links."""
    page = config.getoption("htmlpath", None)
    if page is None:
        return []
    extras: Any = import_module("pytest_html").extras  # a user's own plugin
    folder = os.path.dirname(os.path.abspath(page))  # noqa: PTH100, PTH120  (pytest-html makes it later)
    return [
        extras.png(base64.b64encode(path.read_bytes()).decode(), kind)
        if path.suffix == ".png"
        else extras.url(os.path.relpath(path, folder), kind)
        for kind, path in kept.paths.items()
        if path.exists()
    ]


def introduce_to_allure(run: Run, config: pytest.Config) -> None:
    """Tell Allure of a run's case and tags: without the case it takes those of one task for retries."""
    if not config.getoption("allure_report_dir", None):
        return
    dynamic: Any = import_module("allure").dynamic
    for name, value in (run.case or {}).items():
        dynamic.parameter(name, value)
    if run.file.written.tags:
        dynamic.tag(*run.file.written.tags)


def attach_to_allure(kept: Kept, config: pytest.Config) -> None:
    """Attach the files of a run to the test that Allure is at, where it is in use."""
    if not config.getoption("allure_report_dir", None):
        return
    attach: Any = import_module("allure").attach  # a user's own plugin
    for kind, path in kept.paths.items():
        if path.is_file():
            attach.file(str(path), kind, _TYPES.get(path.suffix), path.suffix.lstrip("."))
        elif path.is_dir():
            attach(_where(path), kind, "text/plain", "txt")


def _where(path: Path) -> str:
    return f"{path}\nagain, without a screen: agent replay {path}\n"
