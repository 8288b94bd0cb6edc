"""The files that are attached to a PDF, or bound into it as a portfolio: they are not read, and so they are named."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from pledgecards.extract.document import Notice
from pledgecards.extract.pdf.pdfium.calls import pdfium

MOST = 1000
"""More attachments, and more nodes of the tree that holds them, are not looked at."""

_SHOWN = 5
_LONGEST_NAME = 80


def pdfium_attachments(document: Any) -> list[str]:
    """The names of the files attached to pdfium's open document."""
    names = []
    for index in range(min(max(0, pdfium.FPDFDoc_GetAttachmentCount(document)), MOST)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, index)
        length = pdfium.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
        # UTF-16 in whole characters, the last of them a zero.
        buffer = ctypes.create_string_buffer(max(2, length))
        pdfium.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
        names.append(utf16(buffer, length))
    return names


def utf16(buffer: ctypes.Array[ctypes.c_char], length: int) -> str:
    """A text of pdfium of so many bytes, the zero at its end among them."""
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def attachments_notice(names: Sequence[str]) -> list[Notice]:
    """What there is to say of a PDF with these files attached; nothing where there are none."""
    if not names:
        return []
    shown = ", ".join(" ".join(name.split())[:_LONGEST_NAME] for name in names[:_SHOWN])
    more = " 등" if len(names) > _SHOWN else ""
    message = f"PDF에 첨부된 파일 {len(names)}개({shown}{more})는 읽지 않았습니다. 꺼내어 따로 넣어 주십시오."
    return [Notice("file.attachments", message)]
