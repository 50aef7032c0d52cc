"""The kind of figure ``lines``: everything about it stands in this folder."""
