"""Which profiles are asked: those whose deeds the titles and first sentences of the accounts tell."""
