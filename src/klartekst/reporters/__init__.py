"""Results -> what people and programs read. Each reporter is a function from results to text."""
