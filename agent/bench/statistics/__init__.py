"""Statistics of benchmark results: proportions, repeats, paired comparisons."""
