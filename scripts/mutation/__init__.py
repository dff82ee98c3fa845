"""Small changes to a room of the house, to see whether the room's own tests notice them."""
