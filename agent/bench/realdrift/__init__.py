"""RealDrift: recordings of one release of a program, replayed on the next ones, which may be at fault."""
