"""Pages: what a session tells and what a notebook holds, as HTML; no server in it."""
