"""Plain language: what makes a text hard to read."""
