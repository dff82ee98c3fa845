"""Annotators: what each adds to a document as a layer of spans."""
