"""Robot Framework library: the verbs of a desktop as keywords. `deskhand.py` gives it its name."""
