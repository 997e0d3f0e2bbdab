"""The command `agent`, also as `python -m agent`: at no moment does a signal bring a traceback."""

import os
import signal
import sys
from functools import partial

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is a handler that says a word

from agent.interrupts import end_on_signals, ignore_signals, received, told
from agent.printing.at_once import say

_INTERRUPTED = 130  # as in agent.commands.exit_status, which takes time to load


def main() -> int:
    """Carry out the command that this process was started for; its exit status."""
    end_on_signals(_end_at_once)  # nothing is there yet that is to be cleaned up
    from agent.cli import main as carry_out  # noqa: PLC0415  (takes a tenth of a second)

    status = carry_out()
    if received():
        ignore_signals()
    else:
        end_on_signals(partial(_leave, status))
    return status


def _end_at_once(number: int, _frame: object) -> None:
    say(_INTERRUPTED, told(number), as_json="--json" in sys.argv)
    os._exit(_INTERRUPTED)


def _leave(status: int, _number: int, _frame: object) -> None:
    """All is done and said; what is left is the interpreter's own end."""
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
