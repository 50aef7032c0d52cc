"""The kind of exercise ``scenario``: everything about it stands in this folder."""
