"""The course view: one Jupyter Server, lessons as pages without code, drawn by Voilà."""
