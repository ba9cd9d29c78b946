"""The errors a user can meet. Every message names the place, the value and the remedy."""


class RavabetError(Exception):
    """Base of all errors that the command reports in one line and without a traceback."""


class ConfigError(RavabetError):
    """An option, a configuration file or a folder that was given cannot be used."""


class ReadError(RavabetError):
    """An input file, or one record of it, cannot be read as an article."""


class LexiconError(RavabetError):
    """Data files hold problems; the message lists all of them, each with file, entry and remedy."""


class ModelError(RavabetError):
    """A trained model is missing, damaged or of another kind than its place demands."""


class OutputError(RavabetError):
    """A folder of outputs cannot be written, or is not the output of a run."""


class RunError(RavabetError):
    """A run cannot go on; what was done so far is kept for the next one."""


class GoldError(RavabetError):
    """Annotated articles hold problems; the message lists them, each with file, place and remedy."""
