"""The acts that a rule rests on, kept apart from the rules because they are about to change.

A new Public Administration Act (lov 20. juni 2025 nr. 81) is adopted and enters into force when the
King in Council decides. Until then the act of 1967 holds; the config says which.
"""

from __future__ import annotations

from klartekst.model import Act, Category

_SECRECY: dict[Act, str] = {
    "1967": "forvaltningsloven av 1967 §§ 13 til 13 g",
    "2025": "forvaltningsloven av 2025 kapittel 5",
}
_PRIVACY = "personvernforordningen (GDPR) artikkel 4, 5, 9 og 10"
_SERVICES = "særlovene for helse, barnevern, skole og sosiale tjenester"


def regulations(category: Category, act: Act) -> tuple[str, ...]:
    """What a writer may look up for a confidential category, in Norwegian."""
    if category is Category.PERSONVERN:
        return (_PRIVACY, _SECRECY[act], _SERVICES)
    return (_SECRECY[act], _SERVICES)
