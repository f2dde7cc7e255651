"""Auditing what is published: sources -> items -> checked in parallel -> tables -> report."""
