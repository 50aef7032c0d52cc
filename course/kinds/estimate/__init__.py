"""The kind of exercise ``estimate``: everything about it stands in this folder."""
