"""The suite: desktop tasks of our own over Debian's programs, judged by what the programs leave behind."""
