"""Error that ends a step; it does not leave this package: the model turns it into a reply.

What is not on the screen (`tools.locate.errors.NotFound`) may still come, so the model waits a while for it.
"""

from __future__ import annotations


class StepFailed(Exception):
    """The step was tried in every way there is and did not work; one sentence for a person."""
