"""Options of each command: how the command line declares them, and the value that the command gets. Light."""
