"""Changes of a program from outside, one module for each kind of drift."""
