"""Tests of what is drawn: people, rooms, the town."""
