"""The kind of figure ``quadrants``: everything about it stands in this folder."""
