"""Benchmarks: a set of items is attempted by a model, every attempt is kept, and figures are made of them."""
