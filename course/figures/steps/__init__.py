"""The kind of figure ``steps``: everything about it stands in this folder."""
