"""Skill: what a coding agent is taught of the command line, and the folders in which it is looked for."""
