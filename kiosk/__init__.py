"""A waiting-room tablet that signs patients up for their patient portal, with or without a network."""

__version__ = "0.1.0"
