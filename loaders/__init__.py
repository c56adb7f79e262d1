"""Loaders: documents to records.

`read_document` is the way in: bytes of a document of any kind to what it says.
"""

from __future__ import annotations

import hashlib

from loaders.errors import ReadError
from ontology.records import Failure, Record

__all__ = ["READER_VERSION", "read_document"]

READER_VERSION = "4"
"""Grows when a reader or the grammar gives other records for the same bytes; a load then reads again."""


def read_document(data: bytes, source: str) -> Record | Failure:
    """Read one document; `source` is the path or address it came from, for people.

    A document that cannot be read gives a `Failure` with a code and a sentence, never an exception.
    """
    from loaders.grammar.document import read_record  # noqa: PLC0415 - the grammar compiles its patterns on import
    from loaders.readers import read_text  # noqa: PLC0415 - readers load their libraries on demand

    try:
        return read_record(read_text(data, source))
    except ReadError as error:
        return Failure(source, error.code, str(error), hashlib.sha256(data).hexdigest())
