"""Own steps: sentences that Python functions in a `steps.py` beside a task put others in the place of."""
