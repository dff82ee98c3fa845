"""Shapes and rules a graph must pass."""
