"""What is true anywhere: the product's rules in pure Python. No Qt, no input or output, no clock, no randomness."""
