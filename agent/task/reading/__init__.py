"""Strict reading of YAML: nodes, their values, and the places where they stand."""
