"""Tests of pages as HTML, without a server."""
