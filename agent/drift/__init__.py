"""Drift battery: a recording is replayed live on its program changed in a known way, and judged.

Two shares matter. A *silent wrong action* (the replay did what the undrifted run does not, and reported
success) is the worst that a replay can do; a *needless stop* (the drift was harmless, and the replay did not
pass) is the second worst.
"""
