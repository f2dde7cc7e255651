"""klartekst: is this Norwegian press release or answer ready to be sent?"""

__version__ = "0.1.0"
