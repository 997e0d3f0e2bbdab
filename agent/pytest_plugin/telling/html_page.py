"""pytest-html's page, where it is in use: pictures and links, and healed runs told in their rows."""

from __future__ import annotations

import base64
import os
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

    from agent.pytest_plugin.kept.files import Kept


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


def tell_in_row(report: pytest.TestReport, cells: list[str]) -> None:
    """Say in a row of the page how a run was healed; one of our items bears its own name in every row.

    pytest-html knows no outcome but pytest's own, and filters by it: a healed run is one that passed.
    """
    if getattr(report, "agent_item", False):
        healed = getattr(report, "agent_healed", "")
        said = f'<br><em style="color:#b35900">{escape(healed)}</em>' if healed else ""
        cells[1] = f'<td class="col-testId">{escape(report.nodeid)}{said}</td>'


def summed_up(healed: int) -> list[str]:
    """What the page says above its table of so many healed runs."""
    runs = "run" if healed == 1 else "runs"
    return [f"<p>{healed} {runs} passed as healed: a model found a target again.</p>"] if healed else []
