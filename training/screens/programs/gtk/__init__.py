"""GTK 3 and 4 by PyGObject: `python -m training.screens.programs.gtk 3` or `4`."""
