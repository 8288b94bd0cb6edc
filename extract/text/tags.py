"""The tags of HTML within a text: what each shows in Markdown, and what stands between those that show nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgecards.extract.text.lines.textline import BOLD, SourceLine

_ATTRIBUTE = r"\s+[a-zA-Z:_-][\w:.-]{0,30}(?:\s?=\s?(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}'|[^\s\"'<>]{1,100}))?"
TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9]{{0,9}})((?:{_ATTRIBUTE}){{0,20}})\s?/?>")
"""Whether it closes, its name, its attributes."""
_CLOSE = re.compile(r"</([a-zA-Z][a-zA-Z0-9]{0,9})\s?>")
_BOLD = ("b", "strong")
# fmt: off
_PLAIN = frozenset({
    "u", "i", "em", "span", "font", "p", "div", "center", "small", "mark", "ins", "a", "ul", "ol", "section", "article", "img", "hr", "dl", "dt",
    "dd", "label", "form", "fieldset", "legend", "nav", "address", "button", "input",
})
# fmt: on
_VOID = frozenset(("br", "img", "hr", "input"))
"""Tags that nothing closes. Any other is one where the text closes it somewhere: `<A>` and `<B>` may be names."""
_OPEN = frozenset(("td", "th", "tr", "p", "li", "dt", "dd"))
_AROUND = frozenset(("table", "ul", "ol", "dl", "div", "span"))
"""Tags that need not be closed, and those that tell that they are some."""
_TABLE = frozenset(("table", "tbody", "thead", "tr", "td", "th"))
"""What is left of a table outside of any."""

_BOX = re.compile(r"\stype\s?=\s?[\"']?(checkbox|radio)\b", re.IGNORECASE)
_CHECKED = re.compile(r"\schecked(?![\w-])", re.IGNORECASE)
_BOXES = {"checkbox": "☐☑", "radio": "○●"}
"""The boxes of a form, empty and checked."""

_UNSEEN = re.compile(r"<(script|style)(?=[\s>])|<(!--)", re.IGNORECASE)
_ENDS = {
    name: re.compile(end, re.IGNORECASE)
    for name, end in (("!--", "-->"), ("script", "</script>"), ("style", "</style>"))
}
_PAIR = re.compile(r"\s?[:：]?\s?(</dt\s?>)\s*(?=<dd[\s>])", re.IGNORECASE)
_TERM, _MEANING = re.compile(r"</dt\s?>\s*$", re.IGNORECASE), re.compile(r"\s*<dd[\s>]", re.IGNORECASE)


def known_in(lines: Sequence[SourceLine]) -> frozenset[str]:
    """The names of the tags that are some in these lines."""
    closed = {name.lower() for line in lines for name in _CLOSE.findall(line.text)}
    return frozenset(_VOID | closed | (_OPEN if closed & _AROUND else set()))


def said(found: re.Match[str], known: frozenset[str], *, within: bool = False) -> str:
    """What a tag is in Markdown; itself where it is not known. within: a cell, in which lines are parted by `<br>`."""
    name = found[2].lower()
    if name not in known and not (within and name in _OPEN):
        return found[0]
    if name in _BOLD:
        return BOLD
    if within and name in ("br", "p", "div", "li", "tr"):
        return "<br>" if name == "br" or found[1] else ""
    if within and name in ("td", "th", "ul", "ol"):
        return " "
    if name == "input":
        box = _BOX.search(found[3])
        return f" {_BOXES[box[1].lower()][_CHECKED.search(found[3]) is not None]}" if box is not None else ""
    if name in _PLAIN or (name in _TABLE and not within):
        return ""
    if name == "li":
        return "" if found[1] else "- "
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return "" if found[1] else "#" * int(name[1]) + " "
    return found[0]


def with_pairs_whole(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines with each term and its meaning in one, a colon between them."""
    result: list[SourceLine] = []
    for line in lines:
        if result and _MEANING.match(line.text) and _TERM.search(result[-1].text):
            last = result.pop()
            line = SourceLine(last.number, last.text + line.text.lstrip(), last.sheet)
        result.append(line)
    return [
        SourceLine(line.number, _PAIR.sub(r": \1", line.text), line.sheet) if "</" in line.text else line
        for line in result
    ]


def without_unseen(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines without remarks, scripts and styles, which may go on over several: numbers of pages, what was left out."""
    last = {name: (-1, 0) for name in _ENDS}
    for at, line in enumerate(lines):
        if ">" in line.text:
            last.update({name: (at, met.start()) for name, end in _ENDS.items() for met in end.finditer(line.text)})
    result: list[SourceLine] = []
    inside = ""
    for at, line in enumerate(lines):
        if inside or "<" in line.text:
            shown, inside = _seen(line.text, at, inside, last)
            line = SourceLine(line.number, shown, line.sheet)
        result.append(line)
    return result


def _seen(text: str, at: int, inside: str, last: dict[str, tuple[int, int]]) -> tuple[str, str]:
    """What is seen of the text of line at, and what is still open at its end. inside: what is open where it begins; last: where each ends for the
    last time: what does not end is text."""
    place = 0
    seen: list[str] = []
    while True:
        if inside:
            end = _ENDS[inside].search(text, place)
            if end is None:
                return "".join(seen), inside
            place, inside = end.end(), ""
        opening = next(_openings(text, place, at, last), None)
        if opening is None:
            return "".join([*seen, text[place:]]), ""
        seen.append(text[place : opening.start()])
        place, inside = opening.end(), (opening[1] or opening[2]).lower()


def _openings(text: str, place: int, at: int, last: dict[str, tuple[int, int]]) -> Iterator[re.Match[str]]:
    """What opens behind a place and is closed again."""
    for found in _UNSEEN.finditer(text, place):
        if (at, found.start()) < last[(found[1] or found[2]).lower()]:
            yield found
