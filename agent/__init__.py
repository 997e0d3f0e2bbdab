"""The mind: task, loop, models, recordings and the command line. Imports `tools`, never the reverse."""

__version__ = "0.1.0"
