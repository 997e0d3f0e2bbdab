"""Embedded model: carries out plain-English steps by reading the screen. No weights but the OCR's."""
