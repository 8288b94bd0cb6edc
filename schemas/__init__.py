"""The contract in code: the field registry, the issue codes and the vocabulary."""
