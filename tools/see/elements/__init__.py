"""Elements: what a screen is made of, as a small learned detector proposes it."""
