"""Toggles: whether a small picture is a check box, radio button or switch, and its state, by a small net."""
