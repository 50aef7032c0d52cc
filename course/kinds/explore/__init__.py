"""The kind of exercise ``explore``: everything about it stands in this folder."""
