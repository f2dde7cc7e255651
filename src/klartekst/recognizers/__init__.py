"""Norwegian recognisers for Presidio, and what klartekst makes of their results.

Each module has a plain function of a text, `find_…(text) -> Iterator[Found]`, and a recogniser
class around it. `registry.norwegian_registry` gathers them for anyone who runs Presidio;
`analysis.find_entities` runs them over a parsed Doc. Import the modules, not this package: it
imports nothing, so that the plain functions cost nothing.
"""
