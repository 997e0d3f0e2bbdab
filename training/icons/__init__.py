"""Icons by meaning: their training set, from openly licensed icon sets, and the net that is trained on it."""
