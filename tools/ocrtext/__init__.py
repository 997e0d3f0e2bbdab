"""Whether a text that OCR read on the screen is the text meant."""
