"""Texts that measure klartekst, and the command that does the measuring."""
