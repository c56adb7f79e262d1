from __future__ import annotations

import random

import pytest

from loaders.errors import ReadError
from loaders.readers import read_text
from loaders.readers.detect import MAX_BYTES, MAX_TEXT_BYTES

NOISE = random.Random(3).randbytes(5000)  # noqa: S311 - noise, not a secret


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t\n", "empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n", "empty", id="a byte order mark alone"),
        pytest.param(b"\x01" + NOISE, "binary", id="noise"),
        pytest.param(b"Vraag 1\n" * 1000 + NOISE, "binary", id="noise at the end"),
        pytest.param(b"<!DOCTYPE html>\n<html><p>Vraag 1</p></html>", "web-page", id="web page"),
        pytest.param(b"\xef\xbb\xbf<!-- x -->\n<HTML lang=nl>", "web-page", id="web page after a comment"),
        pytest.param("<html>é</html>".encode("utf-16"), "web-page", id="wide web page"),
        pytest.param(b'<?xml version="1.0"?>\n<html xmlns="x"/>', "web-page", id="xhtml"),
        pytest.param(b'<?xml version="1.0"?>\n<officiele-publicatie/>', "unknown-xml", id="xml"),
        pytest.param(b"{\\rtf1\\ansi Vraag 1}", "rtf", id="rtf"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-office", id="doc"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(100), "image", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(100), "image", id="jpeg"),
        pytest.param(b"II*\x00" + bytes(100), "image", id="tiff"),
        pytest.param(b"GIF89a" + bytes(100), "image", id="gif"),
        pytest.param(b"\x1f\x8b\x08" + bytes(100), "archive", id="gzip"),
        pytest.param(b"%!PS-Adobe-3.0\n", "postscript", id="postscript"),
        pytest.param(b"Vraag 1\n" * (MAX_TEXT_BYTES // 8 + 1), "too-large", id="long text"),
        pytest.param(b"Vraag 1\n" * (MAX_BYTES // 8 + 1), "too-large", id="large file"),
    ],
)
def test_each_kind_of_bad_input_has_a_code_and_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_text(data, "vraag.txt")

    message = str(caught.value)
    assert caught.value.code == code
    assert "\n" not in message
    assert ";" in message
    assert "vraag.txt" not in message


@pytest.mark.parametrize("name", ["vraag.pdf", "vraag.docx", "plaatje.png", "-"])
def test_the_kind_is_told_from_the_bytes_not_from_the_name(name: str) -> None:
    assert read_text(b"Vraag 1", name).snapshot.media_type == "text/plain"
