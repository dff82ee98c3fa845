"""The annotated document: an account's text with its blocks, sentences, parse and layers of spans."""
