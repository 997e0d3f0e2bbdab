"""Comparison of texts that OCR read with the text meant: strict to believe, lenient to doubt.

- `same.same`: two texts that were read are one. Strict.
- `within.reads_within`: a text stands in one that was read. Strict in its letters, as a person reads.
- `may_be.may_be` (`part_may_be`, `difference`): OCR may have made one of the other. To look up, to doubt.
- `typed.reads_as` (`ends_with`, `is_end`, `is_beginning`): what is read in a field is what was typed.
- `reformatted.is_reformatted`: what a field shows is what was typed, with marks put in.
- `alike.likeness` (`nearest`, `folded`): how alike two texts are, for messages and for hiding secrets.

All rest on one table of signs that are read for one another (`table`) and one rule for digits (`signs`).
"""
