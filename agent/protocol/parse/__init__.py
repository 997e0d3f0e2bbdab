"""Parsing of a model's reply to the arguments of one tool call, with slips mended."""
