"""Tests of what a learner meets, without screen and wire."""
