"""Receipts: whether a results folder holds what it says, found without the model that made it."""
