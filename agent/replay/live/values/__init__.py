"""Other values of a live replay: what they replace, where, and how an entry of a list is chosen by them."""
