"""Seeing: shapes of a frame, such as regions, glyphs and indicators; its texts, by OCR; the scene of both."""
