"""Who says what, and whether they are the ones to say it."""
