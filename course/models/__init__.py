"""Models from the literature: NumPy and networkx in, a result object out."""
