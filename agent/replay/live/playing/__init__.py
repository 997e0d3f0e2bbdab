"""Playing of one episode: what a replay replies to each screen, and what it waits for."""
