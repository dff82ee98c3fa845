"""Accounts to evidence."""
