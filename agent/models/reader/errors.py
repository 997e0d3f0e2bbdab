"""Why a step can't go on. Neither leaves this package: the model turns both into replies.

ReaderError
|-- Missing      not on the screen, or not to be told apart: it may still come, so the model waits a while
`-- Failed       tried, and did not work: the task is given up
"""


class ReaderError(Exception):
    """Base; the message is one sentence for a person."""


class Missing(ReaderError):
    """What the step is about can't be found, or several things could be meant."""


class Failed(ReaderError):
    """The step was tried in every way there is and did not work."""
