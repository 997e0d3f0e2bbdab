"""The drifts: how a program is changed from outside."""
