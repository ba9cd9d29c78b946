"""Read folders of articles: many formats and encodings in, one kind of `Article` out."""

from pipeline.read.files import find_files, path_name, read_file, read_folder
from pipeline.read.options import PARTS, ReadOptions
from pipeline.read.record import article_id

__all__ = ["PARTS", "ReadOptions", "article_id", "find_files", "path_name", "read_file", "read_folder"]
