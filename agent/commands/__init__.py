"""One file a command of the command line, each with `main(options) -> exit status`."""
