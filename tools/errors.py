"""Errors of a desktop.

ToolsError
|-- EnvironmentFault      the machine: no display, a program that died, a hung X server
|   `-- DisplayLost       the display went away or stopped answering in the middle of a run
|-- Refused               the guard said no; nothing was done
|-- ScreenChanged         the picture that the decision rests on is no longer true; nothing was done
|   `-- BrokenOff         it became untrue in the middle; the rest was not done
`-- Interrupted           a person took over: fail-safe corner or mouse
"""


class ToolsError(Exception):
    """Base of all errors of this package; the message says what, where and what to do."""


class EnvironmentFault(ToolsError):
    """The machine can't do what is asked of it."""


class DisplayLost(EnvironmentFault):
    """The display went away, hung or changed its size in the middle of a run."""


class Refused(ToolsError):
    """The guard refused an action before anything was done."""


class ScreenChanged(ToolsError):
    """Between the frame and the act the target's surroundings changed, and nothing was done."""


class BrokenOff(ScreenChanged):
    """A text was typed, or a key pressed again and again, only in part.

    Meanwhile another window took the keyboard, the program took no keys any more, the keyboard was changed,
    a person held a modifier or the run's time was over.
    """


class Interrupted(ToolsError):
    """A person took over the mouse; nothing more is done."""
