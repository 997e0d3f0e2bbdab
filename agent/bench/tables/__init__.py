"""Tables of results: figures with intervals, of one or several runs, in Markdown and LaTeX."""
