"""Exports: recorded episodes in the forms that others train and evaluate with."""
