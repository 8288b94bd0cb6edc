"""What is seen of a page's annotations: filled fields, ticks and words that somebody put on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, apply_matrix_pt, decode_text

from pledgecards.extract.pdf.layers import Layers
from pledgecards.extract.pdf.pdfium.annotations import UNSEEN, says_something

_SAYS = {"Widget": "V", "FreeText": "Contents"}


def unshown(annotations: Any) -> tuple[str, ...]:
    """What a page's fields and other annotations say that have no appearance, or an empty one."""
    found = []
    for entry in list_value(resolve1(annotations) or []):
        annotation = dict_value(entry)
        words = resolve1(annotation.get(_SAYS.get(_name(annotation, "Subtype"), "")))
        if not isinstance(words, bytes) or int(resolve1(annotation.get("F")) or 0) & UNSEEN:
            continue
        shown = resolve1(dict_value(annotation.get("AP") or {}).get("N"))
        if not shown or (isinstance(shown, PDFStream) and not says_something(shown.get_data().decode("latin-1"))):
            found.append(" ".join(decode_text(words).split()))
    return tuple(filter(None, found))


def appearances(annotations: Any, layers: Layers) -> Iterator[tuple[PDFStream, Matrix]]:
    """The forms that a page's annotations show, each with the matrix that puts its box onto the annotation's place."""
    for entry in list_value(resolve1(annotations) or []):
        annotation = dict_value(entry)
        if int(resolve1(annotation.get("F")) or 0) & UNSEEN or _name(annotation, "Subtype") == "Popup":
            continue
        if layers.hides(annotation.get("OC")):
            continue
        shown = resolve1(dict_value(annotation.get("AP") or {}).get("N"))
        if isinstance(shown, dict):
            shown = resolve1(shown.get(_name(annotation, "AS")))
        if not isinstance(shown, PDFStream) or "BBox" not in shown or "Rect" not in annotation:
            continue
        matrix = _onto(shown, [float(resolve1(value)) for value in list_value(annotation["Rect"])])
        if matrix is not None:
            yield shown, matrix


def matrix_of(form: PDFStream) -> Matrix:
    """The matrix of a form."""
    return cast(Matrix, tuple(float(resolve1(value)) for value in list_value(form.get("Matrix", [1, 0, 0, 1, 0, 0]))))


def corners_of(form: PDFStream) -> list[tuple[float, float]]:
    """The corners of a form's box, in its own space."""
    x0, y0, x1, y1 = (float(resolve1(value)) for value in list_value(form["BBox"]))
    return [(x, y) for x in (x0, x1) for y in (y0, y1)]


def _name(annotation: dict[str, Any], key: str) -> str:
    value = resolve1(annotation.get(key))
    return literal_name(value) if value is not None else ""


def _onto(form: PDFStream, rect: list[float]) -> Matrix | None:
    """The matrix that puts the box of a form, its own matrix applied, onto a rectangle; None where one of them has no extent."""
    moved = [apply_matrix_pt(matrix_of(form), corner) for corner in corners_of(form)]
    left, low = min(x for x, _ in moved), min(y for _, y in moved)
    wide, high = max(x for x, _ in moved) - left, max(y for _, y in moved) - low
    x0, x1, y0, y1 = *sorted(rect[::2]), *sorted(rect[1::2])
    if not (wide > 0 and high > 0 and x1 > x0 and y1 > y0):
        return None
    across, down = (x1 - x0) / wide, (y1 - y0) / high
    return (across, 0.0, 0.0, down, x0 - across * left, y0 - down * low)
