"""What can be told of a message and a stretch of a draft, as numbers for the model to weigh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from klartekst.matching.alignment import FAMILY, Alignment, Index, unit
from klartekst.matching.contrast import clause_contrasts, contrasts, keywords_denied
from klartekst.matching.keys import key_of
from klartekst.matching.quantities import Quantity
from klartekst.matching.texts import Sentence, Text

LONGEST = 3  # sentences in a window
FEATURES = (
    "bias", "covered", "covered_by_word", "in_one_sentence", "in_draft", "weakest",
    "weakest_in_draft",
    "cosine", "keywords", "keywords_in_draft", "predicate", "quantities",
    "quantities_in_draft", "quantity_conflict", "negation_differs", "opposed", "hedged",
    "names_missing", "weakest_claim", "words", "sentences", "new_covered", "only", "universal",
    "question", "subject", "two_best", "denies",
    "denied", "opposite", "extent", "denied_nearby", "opposite_nearby", "extent_nearby",
    "opposed_here", "denied_here", "opposed_there", "denied_there", "keyword_count",
    "keywords_denied", "limited", "limited_nearby",
)  # fmt: skip
KEYWORD_FEATURES = frozenset({"keywords", "keywords_in_draft", "keyword_count", "keywords_denied"})
VECTOR_FEATURES = frozenset({"cosine"})
_CLEAR = 0.75  # from here, two words are taken to mean the same
_HEAVY = 0.6  # words of a message of at least this share of its heaviest one
_KEYWORDS_COUNT = 0.4  # beside the words of the message
_NEAR_BEST = 0.8  # a sentence that covers this share of what the best one does speaks of the same
_MANY_KEYWORDS = 3  # that a single one is found says less than that all of several are
_TOPIC = 1 / 3  # a word that this share of the sentences have is one of the topic
_SHORT = 12  # sentences; in a draft of fewer, a share says too little
_ONLY = frozenset(map(key_of, ("bare", "kun", "eneste", "ene")))
_UNIVERSAL = frozenset(map(key_of, "alle ingen aldri alltid hver hele første".split()))


@dataclass(frozen=True, eq=False)
class Window:
    """A message against neighbouring sentences: from `first` up to, not including, `last`."""

    first: int
    last: int
    features: dict[str, float]


@dataclass(frozen=True, eq=False)
class Comparison:
    """A message against a draft; the arrays have one value a sentence, `claims` one row a claim."""

    windows: tuple[Window, ...]
    covered: np.ndarray
    conflicts: dict[str, np.ndarray]
    claims: np.ndarray
    said_in: int | None = None  # the first sentence that has every word of the message


class Comparer:
    """Compares messages with one draft."""

    def __init__(self, draft: Text) -> None:
        self.draft = draft
        self.index = Index(draft)
        count = len(draft.sentences)
        self.windows = [
            (first, last)
            for first in range(count)
            for last in range(first + 1, min(first + LONGEST, count) + 1)
            if not draft.sentences[last - 1].is_question or last - first > 1 or count == 1
        ]
        weights = np.array([word.weight for word in draft.words], dtype=np.float32)
        self._weighted = draft.vectors * weights[:, None]
        self._quantities = [q for sentence in draft.sentences for q in sentence.quantities]
        self.has_vectors = bool(draft.vectors.any())
        self._denied = np.array([word.negated for word in draft.words], dtype=bool)

    def compare(self, message: Text, keywords: Sequence[Text]) -> Comparison:
        """A message against every window of one to three sentences."""
        if not self.draft.words or not message.words:
            none = np.zeros(0)
            return Comparison((), none, {}, none)
        draft = self.draft
        aligned = self.index.align(message)
        near = _by_sentence(aligned.by_vector, draft)
        by_word = _by_sentence(aligned.by_word, draft)
        weights = _weights(message)
        covered = weights @ near / weights.sum()
        speaks = covered / max(float(covered.max()), 1e-6) >= _NEAR_BEST
        wanted = [q for sentence in message.sentences for q in sentence.quantities]
        conflicts = {
            "negation_differs": self._negation(message, aligned),
            "opposed": self._opposed(message, aligned),
            "quantity_conflict": self._conflicting(wanted),
        }
        anywhere = {name: (values * covered * speaks).max() for name, values in conflicts.items()}
        key_words = [self.index.align(word).by_word for word in keywords]
        key_rows = [_by_sentence(row, draft) for row in key_words]
        # What speaks of the message: its words and, where there are any, its keywords.
        topical = covered + _KEYWORDS_COUNT * _mean_rows([row.max(axis=0) for row in key_rows])
        nearby = topical >= _NEAR_BEST * topical.max()
        contrast = contrasts(message, draft, aligned, weights)
        clauses = clause_contrasts(message, draft, aligned, weights)
        whole = near.max(axis=1)
        heavy = weights >= _HEAVY * weights.max()
        fresh = weights * (1 - _spread(by_word))
        names = np.array([word.is_name for word in message.words])
        hedged = any(sentence.is_hedged for sentence in message.sentences)
        fixed = {
            "bias": 1.0,
            "in_draft": float(weights @ whole / weights.sum()),
            "weakest_in_draft": float(whole[heavy].min()),
            "keywords_in_draft": _mean([float(row.max(axis=1).mean()) for row in key_rows]),
            "quantities_in_draft": _held(wanted, self._quantities),
            "names_missing": float(((whole < FAMILY) & names).any()),
            "words": min(len(message.words), 15) / 15,
            **{f"{name}_nearby": values[nearby].max() for name, values in contrast.items()},
            "opposed_there": float(clauses["opposed_here"].max()),
            "denied_there": float(clauses["denied_here"].max()),
            "keyword_count": min(len(keywords), _MANY_KEYWORDS) / _MANY_KEYWORDS,
            "keywords_denied": keywords_denied(message, draft, key_words),
            "denies": float(message.denied.any()),
        }
        message_vector = (message.vectors * weights[:, None]).sum(axis=0)
        root, subject = _root(message), _subject(message)
        claims = np.array([_covered(claim.rows, weights, near) for claim in message.claims])
        compared = []
        for first, last in self.windows:
            part = slice(first, last)
            best = near[:, part].max(axis=1)
            sentences = draft.sentences[part]
            start = draft.starts[first]
            end = draft.starts[last - 1] + len(sentences[-1].words)
            closest = first + int(np.argmax(covered[part]))
            topic = first + int(np.argmax(topical[part]))
            found = [q for sentence in sentences for q in sentence.quantities]
            features = {
                **fixed,
                **{
                    name: float(max(anywhere[name], values[part].max()))
                    for name, values in conflicts.items()
                },
                "covered": float(weights @ best / weights.sum()),
                "covered_by_word": float(weights @ by_word[:, part].max(axis=1) / weights.sum()),
                "in_one_sentence": float(covered[part].max()),
                "weakest": float(best[heavy].min()),
                "cosine": _cosine(message_vector, self._weighted[start:end].sum(axis=0)),
                "keywords": _mean([float(row[:, part].max(axis=1).mean()) for row in key_rows]),
                "predicate": float(best[root]),
                "subject": float(best[subject]) if subject is not None else 1.0,
                "quantities": _held(wanted, found),
                "hedged": float(not hedged and draft.sentences[closest].is_hedged),
                "weakest_claim": _weakest(message, weights, best),
                "sentences": float(last - first),
                "new_covered": float(fresh @ best / fresh.sum()),
                "only": float(_lacks(message, sentences, _ONLY)),
                "universal": float(_lacks(message, sentences, _UNIVERSAL)),
                "question": float(draft.sentences[closest].is_question),
                "two_best": float(np.sort(best[heavy])[:2].mean()),
                **{name: float(values[part].max()) for name, values in clauses.items()},
                **{name: float(values[topic]) for name, values in contrast.items()},
            }
            compared.append(Window(first, last, features))
        said_in = _said_in(weights, by_word)
        return Comparison(tuple(compared), covered, conflicts, claims, said_in)

    def _opposed(self, message: Text, aligned: Alignment) -> np.ndarray:
        """How weighty a word of the message is that a sentence says the contrary of."""
        negated = np.array([word.negated for word in message.words])
        share = _shares(message)
        unlike = aligned.opposed & (negated[:, None] == self._denied[None, :])
        values = unlike * share[:, None]
        # «Skolen er stengt» does not contradict «åpner» where the sentence says «åpner» as well.
        said = _by_sentence((aligned.by_word >= _CLEAR) & ~aligned.opposed, self.draft)
        return np.asarray((_by_sentence(values, self.draft) * ~said).max(axis=0))

    def _negation(self, message: Text, aligned: Alignment) -> np.ndarray:
        """How weighty a word is that only one of message and sentence denies."""
        negated = np.array([word.negated for word in message.words])
        share = _shares(message)[:, None]
        same = aligned.by_word >= FAMILY
        differ = same & (negated[:, None] != self._denied[None, :])
        agree = same & (negated[:, None] == self._denied[None, :])
        differs = _by_sentence(differ * share, self.draft)
        agrees = _by_sentence(agree * share, self.draft)
        return np.asarray(np.where(agrees >= differs, 0, differs).max(axis=0))

    def _conflicting(self, wanted: Sequence[Quantity]) -> np.ndarray:
        """Which sentences have another quantity where the message has one that is nowhere."""
        lost = [q for q in wanted if not any(q.holds_of(other) for other in self._quantities)]
        return np.array(
            [
                float(any(q.is_comparable(other) for q in lost for other in sentence.quantities))
                for sentence in self.draft.sentences
            ]
        )


def _by_sentence(matrix: np.ndarray, draft: Text) -> np.ndarray:
    """The best of each row in each sentence."""
    return np.asarray(np.maximum.reduceat(matrix, draft.starts, axis=1))


def _spread(by_word: np.ndarray) -> np.ndarray:
    """0 for words that a draft has once at most, towards 1 for those of its topic."""
    again = np.maximum(0, (by_word >= _CLEAR).sum(axis=1) - 1)
    return np.asarray(np.minimum(0.95, again / (_TOPIC * max(by_word.shape[1], _SHORT))))


def _said_in(weights: np.ndarray, by_word: np.ndarray) -> int | None:
    all_there = (by_word[weights > 0] >= FAMILY).all(axis=0)
    return int(np.argmax(all_there)) if all_there.any() and (weights > 0).any() else None


def _weights(message: Text) -> np.ndarray:
    weights = np.array([word.weight for word in message.words], dtype=np.float32)
    return weights if weights.any() else np.ones_like(weights)


def _shares(message: Text) -> np.ndarray:
    """What it weighs that a word is denied or opposed: all for the verb, however common."""
    weights = _weights(message)
    shares = weights / weights.max()
    shares[[row for row, word in enumerate(message.words) if word.is_predicate]] = 1
    return np.asarray(shares)


def _root(message: Text) -> int:
    verbs = [row for row, word in enumerate(message.words) if word.is_verb and word.weight >= 0.3]
    return verbs[0] if verbs else int(np.argmax(_weights(message)))


def _subject(message: Text) -> int | None:
    return next((row for row, word in enumerate(message.words) if word.is_subject), None)


def _covered(rows: Sequence[int], weights: np.ndarray, near: np.ndarray) -> np.ndarray:
    """How much of some words of a message is there, by sentence or at all."""
    own = weights[list(rows)]
    return np.asarray(own @ near[list(rows)] / (own.sum() or 1.0))


def _weakest(message: Text, weights: np.ndarray, best: np.ndarray) -> float:
    """How much is there of the claim that there is least of; 1 for a message with one claim."""
    return min(
        (float(_covered(claim.rows, weights, best)) for claim in message.claims), default=1.0
    )


def _held(wanted: Sequence[Quantity], found: Sequence[Quantity]) -> float:
    """The share of a message's quantities that are there; 1 for a message without any."""
    return (
        _mean([float(any(q.holds_of(other) for other in found)) for q in wanted]) if wanted else 1.0
    )


def _lacks(message: Text, sentences: Sequence[Sentence], words: frozenset[str]) -> bool:
    """Whether the message has one of these words and the sentences have none."""
    return any(words & word.keys for word in message.words) and not any(
        words & word.keys for sentence in sentences for word in sentence.words
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _mean_rows(rows: Sequence[np.ndarray]) -> np.ndarray | float:
    return np.mean(rows, axis=0) if rows else 0.0


def _cosine(one: np.ndarray, other: np.ndarray) -> float:
    pair = unit(np.stack([one, other]))
    return float(pair[0] @ pair[1])
