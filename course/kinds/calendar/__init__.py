"""The kind of exercise ``calendar``: everything about it stands in this folder."""
