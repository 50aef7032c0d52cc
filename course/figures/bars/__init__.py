"""The kind of figure ``bars``: everything about it stands in this folder."""
