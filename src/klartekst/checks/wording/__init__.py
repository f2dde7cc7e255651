"""Words, phrases and sentences as rule files speak of them."""
