"""The kind of exercise ``network``: everything about it stands in this folder."""
