"""The options of each command, as the command line has them and as the command gets them. Light."""
