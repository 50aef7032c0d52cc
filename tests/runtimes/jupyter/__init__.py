"""Tests of the course where Jupyter runs."""
