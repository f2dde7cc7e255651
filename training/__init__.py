"""The recipe that makes the Norwegian spaCy pipeline in ``models/``."""
