"""Entries: what the steps have typed, chosen and ticked, looked at again on the looks that follow.

A program may take back what it has shown: half a second later, once a field is left, with the next click.
"""
