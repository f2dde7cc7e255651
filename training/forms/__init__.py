"""Makes the tables of inflected forms that `klartekst.inflection` reads."""
