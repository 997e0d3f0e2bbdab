"""Loading of libraries with threads: what they read from the environment at that moment, and only then."""

from __future__ import annotations

import os
from contextlib import contextmanager
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
