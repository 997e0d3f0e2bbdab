"""Audit: would a test notice? Its task is done with nothing done, with each step left out, with other values.

Each of these is a *mutant*. One that passes all the same *survives*: no check looks at what that step does.
"""
