"""The kind of exercise ``confidence``: everything about it stands in this folder."""
