"""Icons: where they are on a screen, and what they mean, as a small learned net tells."""
