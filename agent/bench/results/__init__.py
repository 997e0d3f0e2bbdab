"""Results folder of one benchmark run: configuration, a line an attempt, recordings, summary."""
