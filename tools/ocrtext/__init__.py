"""Comparison of texts that OCR read with the text meant: strict to believe, lenient to doubt.

- `same.same`: two texts that were read are one. Strict.
- `within.reads_within`: a text stands in one that was read. As strict, and nothing may deny it (`denial`).
- `may_be.may_be` (`part_may_be`, `difference`): OCR may have made one of the other. To look up, to doubt.
- `typed.reads_as` (`ends_with`, `is_end`, `is_beginning`): what is read in a field is what was typed.
- `reformatted.is_reformatted`: what a field shows is what was typed, with marks put in.
- `supposed.supposed` (`supposed_within`, `misread`): what a line would say, were another text there; it is
  put to the recogniser, which looks again (`tools.see.text.saying`).
- `scripts.unread_script`: a text can't be read at all.
- `alike.likeness` (`nearest`, `folded`): how alike two texts are, for messages and for hiding secrets.

All rest on one table of signs that are read for one another (`table`) and one rule for digits (`signs`).
"""
