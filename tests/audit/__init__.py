"""Tests of the audit of what is published."""
