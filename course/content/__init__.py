"""What authors write: exercises and lesson sources, read into typed objects and checked."""
