"""Alignment: the values that accounts state, each with its noun, predicate and event, paired across accounts."""
