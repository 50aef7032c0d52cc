"""What the course takes, in seconds and megabytes, measured as a user meets it."""
