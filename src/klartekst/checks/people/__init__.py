"""People in a draft: who they are, whether they may be named, how they are reached."""
