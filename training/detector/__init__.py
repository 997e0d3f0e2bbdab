"""Detector: the net behind `tools.see.elements`, trained on screens whose truth is known."""
