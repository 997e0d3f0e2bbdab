"""Loading of what is heavy: what libraries read from the environment just then, and no search for garbage."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def loaded_with(name: str, value: str) -> Iterator[None]:
    """Inside it a variable is set, unless the user has set it.

    Afterwards it is gone: the programs that deskhand starts don't get to see it.
    """
    if name in os.environ:
        yield
        return
    os.environ[name] = value
    try:
        yield
    finally:
        os.environ.pop(name, None)


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside it no garbage is looked for: what is loaded stays, and the search takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _leave_out()
            gc.enable()


@cache
def _leave_out() -> None:
    """Look for no garbage among what there is now, ever: once a process, since that would be kept as well."""
    gc.freeze()
