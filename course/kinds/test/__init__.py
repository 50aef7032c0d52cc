"""The kind of exercise ``test``: everything about it stands in this folder."""
