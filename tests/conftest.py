"""What all tests share."""

import gc
import os
import signal
import sys
from collections.abc import Generator

import pytest
from hypothesis import settings

# No time limit an example: the machine may be busy, and nothing here tests speed. The same examples each
# time, so that a change is judged by what it changed; `make fuzz` draws others.
settings.register_profile("deskhand", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None)
settings.load_profile("deskhand")

# A shell's background job starts with Ctrl-C ignored, and so would the programs that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Where nothing compiled may be kept, each of the hundreds of programs that tests start would compile all of
# ours anew, and pytest's sessions rewrite it besides: theirs is kept, in `__pycache__`.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Where CI is set, runs that name a recording replay it (`agent.replay.record_modes`): tests ask for that.
os.environ.pop("CI", None)

# torch's threads sleep while they wait for each other, as in the product (`agent.models.profiled`): else the
# tests of a few models would take the processor from all programs that the other workers watch.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

_LONGEST = (
    "tests/agent/models/pocket/test_run.py",
    "tests/agent/commands/test_audit.py",
    "tests/test_first_task.py",
    "tests/agent/skill/test_story.py",
    "tests/agent/commands/cluster/test_carrying.py",
)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What collecting loads stays for good: garbage is not looked for among it, neither now nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def own_windows() -> Generator[None]:
    """For tests that open tkinter's windows in this process: what is left of them goes here, in their thread.

    A closed window is garbage that refers to itself. Found by chance in a server's thread, during a test
    that has nothing to do with it, each of its variables would raise there.
    """
    yield
    gc.collect()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests come first: begun last, one would go on alone for minutes."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))
