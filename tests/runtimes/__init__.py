"""Tests of what stands between a session and a screen."""
