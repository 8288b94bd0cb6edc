"""pledgecards: the pledge cards (공약카드) of Korea's local governments as typed, checked tables."""

__version__ = "0.1.0"
