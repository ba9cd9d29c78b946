"""Programs that rebuild `pipeline/models` from a data folder; each step is one command, see README.md."""
