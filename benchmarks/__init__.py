"""The figures of the product, each beside its floor or its peer, measured in the same run. `python -m benchmarks`."""
