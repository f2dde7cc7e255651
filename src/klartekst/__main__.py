"""`python -m klartekst`."""

from klartekst.cli import main

main()
