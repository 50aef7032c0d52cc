"""The kind of figure ``timeline``: everything about it stands in this folder."""
