"""What authors run: source text to notebooks, the checks, the lock, the measurements."""
