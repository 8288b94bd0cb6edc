"""Optional content: layers of a PDF that are switched off. pdfium lists what they hold like anything else, so such a file is read the other way."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral, literal_name

_DEEPEST = 8
_VIEW = "View"


class Veil:
    """Stands for the properties of marked content in a layer that is switched off."""


class Layers:
    """Which layers of a document are seen when it is opened. catalog: pdfminer's."""

    def __init__(self, catalog: dict[str, Any] | None = None) -> None:
        properties = _dict((catalog or {}).get("OCProperties"))
        settings = _dict(properties.get("D"))
        self._known = bool(properties)
        self._base = _name(settings.get("BaseState")) != "OFF"
        self._on = {_number(entry) for entry in _list(settings.get("ON"))}
        self._off = {_number(entry) for entry in _list(settings.get("OFF"))}
        for usage in map(_dict, _list(settings.get("AS"))):
            if _name(usage.get("Event")) != _VIEW or _VIEW not in map(_name, _list(usage.get("Category"))):
                continue
            for entry in _list(usage.get("OCGs")):
                state = _name(_dict(_dict(_dict(entry).get("Usage")).get(_VIEW)).get("ViewState"))
                if state == "OFF":
                    self._off.add(_number(entry))

    def hides(self, entry: object, depth: int = 0) -> bool:
        """Whether what belongs to a layer, or to several by a rule (`OCMD`), is not seen. entry: as the file has it, unresolved."""
        if not self._known or entry is None or depth > _DEEPEST:
            return False
        own = _dict(entry)
        if _name(own.get("Type")) != "OCMD":
            return not self._is_on(entry)
        if "VE" in own:
            return not self._holds(own["VE"], depth + 1)
        groups = own.get("OCGs")
        members = [groups] if isinstance(resolve1(groups), dict) else _list(groups)
        states = [self._is_on(member) for member in members if isinstance(resolve1(member), dict)]
        if not states:
            return False
        rule = _name(own.get("P"))
        seen = {"AllOn": all(states), "AnyOff": not all(states), "AllOff": not any(states)}
        return not seen.get(rule, any(states))

    def _is_on(self, group: object) -> bool:
        number = _number(group)
        return (self._base or number in self._on) and number not in self._off

    def _holds(self, rule: object, depth: int) -> bool:
        terms = _list(rule)
        if not terms or depth > _DEEPEST:
            return self._is_on(rule)
        parts = (self._holds(term, depth + 1) for term in terms[1:])
        kind = _name(terms[0])
        return all(parts) if kind == "And" else any(parts) if kind == "Or" else not any(parts)


def _number(entry: object) -> int:
    return entry.objid if isinstance(entry, PDFObjRef) else -1


def _dict(entry: object) -> dict[str, Any]:
    found = resolve1(entry)
    return found if isinstance(found, dict) else {}


def _list(entry: object) -> list[Any]:
    found = resolve1(entry)
    return found if isinstance(found, list) else []


def _name(entry: object) -> str:
    found = resolve1(entry)
    return str(literal_name(found)) if isinstance(found, PSLiteral) else ""
