"""The parts that a kind of text should have, and facts that agree with each other."""
