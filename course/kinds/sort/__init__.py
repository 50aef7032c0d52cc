"""The kind of exercise ``sort``: everything about it stands in this folder."""
