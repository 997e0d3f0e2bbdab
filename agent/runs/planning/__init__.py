"""Plan of the runs to do: the task files, which of their runs, and a folder for each."""
