"""The kind of exercise ``years``: everything about it stands in this folder."""
