"""The kind of exercise ``lab``: everything about it stands in this folder."""
