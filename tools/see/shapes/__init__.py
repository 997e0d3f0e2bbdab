"""Shapes of a frame: widgets, indicators, panes, found without reading."""
