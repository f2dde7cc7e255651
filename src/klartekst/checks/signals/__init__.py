"""What a draft tells of people without naming them, and what it adds up to."""
