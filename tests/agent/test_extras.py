"""What an extra brings is there, or one line installs it."""

from __future__ import annotations

import sys

import pytest

from agent.errors import BadInput
from agent.extras import check_extra


@pytest.mark.parametrize("module", ["scipy", "matplotlib", "miniwob", "inspect_ai", "ray"])
def test_it_is_there(module: str) -> None:
    check_extra(module)


def test_where_it_is_missing_one_line_installs_it() -> None:
    with pytest.raises(BadInput) as refused:
        check_extra("json", "no_such_module", extra="cluster", needs="--ray")
    told = f"--ray needs no_such_module: {sys.executable} -m pip install 'deskhand[cluster]'"
    assert str(refused.value) == told
    with pytest.raises(BadInput, match=r"agent bench needs one and other: .*'deskhand\[bench\]'"):
        check_extra("one", "scipy", "other")
