"""The learned reader: which of a sentence's actors stand in which relation, read from the whole sentence."""
