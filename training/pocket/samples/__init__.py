"""Samples: what is learned from an episode, in the token ids of the product's own prompts."""
