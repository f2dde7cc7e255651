"""Where a message and what speaks of the same part ways: denial, opposites, extent, limits.

Each value is one a sentence of the draft, 0 where there is no contrast.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from klartekst.matching.alignment import Alignment
from klartekst.matching.keys import key_of
from klartekst.matching.texts import Text

CONTRASTS = ("denied", "opposite", "extent", "limited")
_LEAST_SHARE = 0.6  # of a word that is opposed or denied, however little it otherwise weighs
_SAME = 0.74  # from here two words are taken to be about the same
# What makes a claim so strong that a draft seldom says as much unless it means it.
_STRONG = frozenset(
    map(
        key_of,
        """
        alle ingen hele alltid aldri hver eneste bare kun allerede alt begge samme like selv fullt
        helt ferdig uansett flest fleste først aller endelig permanent straks
        """.split(),
    )
)
# What makes it weaker: «åpent hver dag unntatt mandag», «delvis», «først i 2027».
_LIMITS = frozenset(
    map(key_of, "bare kun først unntatt unnateke utenom bortsett unntak delvis".split())
)


def contrasts(
    message: Text, draft: Text, aligned: Alignment, weights: np.ndarray
) -> dict[str, np.ndarray]:
    """By name, what each sentence says otherwise.

    `denied` is the share of the shared words that only one of the two denies, `opposite` the weight
    of a word that the sentence has the contrary of, `extent` whether the message says «alle» or
    «aldri» and the sentence nothing like it, and `limited` whether only the sentence sets limits.
    """
    found = {name: np.zeros(len(draft.sentences)) for name in CONTRASTS}
    strong = [row for row, word in enumerate(message.words) if word.keys & _STRONG]
    unlimited = not any(word.keys & _LIMITS for word in message.words)
    ends = [*draft.starts[1:], len(draft.words)]
    for place, (start, end) in enumerate(zip(draft.starts, ends, strict=True)):
        near = aligned.by_word[:, start:end]
        partner = near.argmax(axis=1)
        shared = weights * (near.max(axis=1) >= _SAME)
        if shared.any():
            unlike = message.denied != draft.denied[start:end][partner]
            found["denied"][place] = shared @ unlike / shared.sum()
        opposed = aligned.opposed[:, start:end].any(axis=1)
        found["opposite"][place] = (opposed * weights).max() / weights.max()
        found["extent"][place] = bool(strong) and not (near[strong] >= _SAME).any()
        limits = any(word.keys & _LIMITS for word in draft.words[start:end])
        found["limited"][place] = unlimited and limits
    return found


def keywords_denied(message: Text, draft: Text, keywords: Sequence[np.ndarray]) -> float:
    """How much of what the draft says of the keywords it denies, where the message denies nothing.

    `keywords` has one alignment a keyword. «Fritak for pensjonister ble nedstemt» has the keyword
    «fritak», and not the message that they get it.
    """
    if message.denied.any():
        return 0.0
    places = [(near >= _SAME).any(axis=0) for near in keywords]
    shares = [float(draft.denied[place].mean()) for place in places if place.any()]
    return sum(shares) / len(shares) if shares else 0.0


def clause_contrasts(
    message: Text, draft: Text, aligned: Alignment, weights: np.ndarray
) -> dict[str, np.ndarray]:
    """By name, what a clause of each sentence says otherwise, times how much of the rest it says.

    `opposed_here` is of a word that the clause has the contrary of, `denied_here` of one that only
    one of message and clause denies. «Gratis» in a clause that speaks of something else is nothing.
    """
    # Each word of the draft by the number of its clause, and the message against whole clauses.
    heads, clause = np.unique([word.clause for word in draft.words], return_inverse=True)
    near = _by_clause(aligned.by_vector, clause, len(heads))
    rest = (weights @ near)[None, :] - weights[:, None] * near
    rest /= np.maximum(weights.sum() - weights, 1e-6)[:, None]
    alike = message.denied[:, None] == draft.denied[None, :]
    same = aligned.by_word >= _SAME
    said = _by_clause(same & ~aligned.opposed, clause, len(heads))[:, clause]
    agreed = _by_clause(same & alike, clause, len(heads))[:, clause]
    shares = np.maximum(weights, _LEAST_SHARE) / max(float(weights.max()), _LEAST_SHARE)
    weighed = shares[:, None] * rest[:, clause]
    found = {
        "opposed_here": (aligned.opposed & alike & ~said) * weighed,
        "denied_here": (same & ~alike & ~agreed) * weighed,
    }
    return {
        name: np.maximum.reduceat(values.max(axis=0), draft.starts)
        for name, values in found.items()
    }


def _by_clause(values: np.ndarray, clause: np.ndarray, count: int) -> np.ndarray:
    """The best value of each row in each clause."""
    best = np.zeros((count, values.shape[0]), dtype=values.dtype)
    np.maximum.at(best, clause, values.T)
    return best.T
