"""The kind of exercise ``match``: everything about it stands in this folder."""
