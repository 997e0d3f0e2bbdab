"""Benchmarks of `make bench`: the README's figures, each beside what it is compared with."""
