"""The kind of exercise ``canvas``: everything about it stands in this folder."""
