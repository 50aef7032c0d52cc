"""The kind of exercise ``choices``: everything about it stands in this folder."""
