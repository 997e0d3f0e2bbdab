"""Commands of the command line: a module with `main(options) -> exit status` for each, and shared ones."""
