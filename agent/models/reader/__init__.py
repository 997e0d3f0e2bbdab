"""The embedded model: plain-English steps, carried out by reading the screen. No weights but the OCR's."""
