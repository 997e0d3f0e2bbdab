"""Comparison of what two screens say: their texts, their order, and what is lit."""
