"""Whole runs: the list of stages, workers, the manifest, and what is made across articles."""
