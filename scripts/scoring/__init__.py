"""Our own measure of how well accounts are read, over the gold in ``tests/cases/incidents``."""
