"""Comparison of what two screens say: their texts, the questions, and what may be said otherwise."""
