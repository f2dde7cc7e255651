"""Whether a draft carries a message, in whatever words: keys, lexicon, alignment, features, judge.

Each word of a message is compared with each of the draft (`alignment`); what that says of every one
to three neighbouring sentences becomes a few numbers (`features`), among them where the two part
ways (`denial`, `contrast`), which a small model weighs (`model`), and `judge` words the answer.
Knows spaCy's tokens, and nothing of drafts or rules.
"""
