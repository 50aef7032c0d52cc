"""Tests of the course's own server, without a browser."""
