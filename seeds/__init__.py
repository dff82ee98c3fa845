"""Our own retellings of the five accounts of one incident, as package data."""
