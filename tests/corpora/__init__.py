"""Tests of the measuring itself, and of the texts that measure."""
