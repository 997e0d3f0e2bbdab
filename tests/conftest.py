"""What all tests share."""

import os
import signal

from hypothesis import settings

# No time limit an example: the machine may be busy, and nothing here tests speed.
settings.register_profile("deskhand", deadline=None)
settings.load_profile("deskhand")

# A shell's background job starts with Ctrl-C ignored, and so would the programs that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Where nothing compiled may be kept, each of the hundreds of programs that tests start would compile all of
# ours anew, and pytest's sessions rewrite it besides: theirs is kept, in `__pycache__`.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Where CI is set, runs that name a recording replay it (`agent.replay.record_modes`): tests ask for that.
os.environ.pop("CI", None)
