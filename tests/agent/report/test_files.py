"""Files that reports are written to."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.report.files import writing
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path


def test_the_folder_is_made(tmp_path: Path) -> None:
    with writing(tmp_path / "a" / "b" / "page.html"):
        assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize(("number", "kind"), [(errno.EACCES, BadInput), (errno.ENOSPC, EnvironmentFault)])
def test_what_goes_wrong_is_said(tmp_path: Path, number: int, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=r"page\.html: can't be written"), writing(tmp_path / "page.html"):
        raise OSError(number, "no")
