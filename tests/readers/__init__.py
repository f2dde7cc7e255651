"""The readers: bytes to Document."""
