"""The kind of exercise ``reflection``: everything about it stands in this folder."""
