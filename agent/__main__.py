"""`python -m agent` is the command `agent`."""

import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is there yet that is to be cleaned up

from agent.cli import main

sys.exit(main())
