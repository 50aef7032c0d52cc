"""What can be called: ``python3 -m course <command>``, from one table."""
