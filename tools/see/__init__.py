"""What a frame is made of, by shape alone: flat regions, glyphs, lines of glyphs, indicators."""
