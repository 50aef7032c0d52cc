"""The kind of exercise ``order``: everything about it stands in this folder."""
