"""Annotators: what stands in an account, read off its parse: who says what."""
