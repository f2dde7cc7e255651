"""Tests of the Norwegian recognisers."""
