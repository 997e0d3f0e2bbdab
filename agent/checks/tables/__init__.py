"""Tables that a `csv` or an `xlsx` check reads: cells by row and column, and what they must hold."""
