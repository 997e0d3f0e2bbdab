"""Ordinary programs: recorded once, replayed again and again, judged by the file that each truly saved."""
