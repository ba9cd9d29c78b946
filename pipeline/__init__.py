"""Diplomatic relations from Persian news: who met, backed, accused or sanctioned whom."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.load import Run, load_run

__version__ = "0.1.0"
__all__ = ["Run", "__version__", "load_run"]


def __getattr__(name: str) -> Any:
    """Import what notebooks need when they ask for it: pandas and networkx take half a second."""
    if name in ("Run", "load_run"):
        from pipeline import load

        return getattr(load, name)
    message = f"module 'pipeline' has no attribute {name!r}"
    raise AttributeError(message)
