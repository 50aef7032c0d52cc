"""The kind of exercise ``choice``: everything about it stands in this folder."""
