"""The kind of exercise ``scale``: everything about it stands in this folder."""
