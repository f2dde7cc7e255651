"""The messages of the brief against the draft."""
