"""Report of runs: the result, on the terminal and as JUnit XML."""
