"""Bytes of a text file to its characters: the encoding is told from the bytes, damage is repaired and said."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from pledgecards.extract.document import Notice, Unreadable
from pledgecards.schemas.notation import APOSTROPHES

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MOST_BAD = 0.05
"""The largest share of characters that may be broken in a text that still counts as one."""

_LEAST_PLAUSIBLE = 0.9
_SAMPLE = 200_000

# What Korean text is made of; hanja count only where they are the smaller part (a wrong decoding is full of them).
_PLAUSIBLE = re.compile(
    "[\t\n\r\f -~\u00a0-\u00ff\u2000-\u206f\u20a0-\u27bf\u2b00-\u2bff\u3000-\u303f\u3130-\u318f\u3200-\u33ff"
    "\uac00-\ud7a3\uff00-\uffef\u1100-\u11ff]"
)
_HANJA = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")

# Line ends, tabs and form feeds are no such characters.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
# Characters that show nothing and set nothing: zero-width spaces, word joiners, soft hyphens, marks of direction, tags,
# those that choose a variant of the sign before them, and the frame of a key round a digit (`1️⃣`).
# Taken from a PDF whose font has one glyph for both; behind a syllable only where a figure follows, as a word may be cut there.
_DRAWN_HYPHEN = re.compile(rf"(?<=[\d.)\s])\u00ad(?=[\s\d{APOSTROPHES}(])|(?<=[년월일])\u00ad(?=\s?[\d{APOSTROPHES}(])")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u20e3\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
# What stands behind a mark that turns the direction is shown from its end to its beginning, figures too.
_REVERSED = re.compile("\u202e([^\u202a-\u202e\n\r]{0,2000})\u202c?")
# Letters that are blank by intent: fillers of Hangul, and the Braille cell without a dot.
_FILLERS = ("\u3164", "\uffa0", "\u2800")
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});")
# What a terminal takes as a command, in a text that was copied or logged from one: colours, titles of windows.
_TERMINAL = re.compile(
    "\x1b(?:\\[[0-?]{0,40}[ -/]{0,4}[@-~]|\\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\)|[()][0-9A-B]|[=>78MDE])"
)

_SPACE_GLYPHS = ("\x03", "\x01", "\x02")
_OFTEN = 0.02
"""The least share of a text's characters that its spaces are."""

_PADDING = 4
"""So many zeros at the end of a text without any other were left there by a copy or a disk that broke off."""

_BINARY = "PDF도 텍스트도 아닌 파일입니다. PDF나 텍스트로 저장해 다시 넣어 주십시오."


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text of the bytes, NFC, without control and invisible characters, and what had to be repaired.

    Knows UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-8 and UTF-16 evidently without one, and CP949 (EUC-KR).
    Raises Unreadable: `file.binary` if it is no text, `file.garbled` if most of it was lost before it was saved.
    """
    sound = data.rstrip(b"\0")
    padded = len(data) - len(sound) if sound and b"\0" not in sound else 0
    # UTF-16 ends on such bytes, and has more of them.
    text, broken = _characters(sound if padded >= _PADDING else data)
    text = _with_spaces(text)
    if "\x1b" in text:
        text = _TERMINAL.sub("", text)
    text, controls = _CONTROL.subn("", text)
    if controls and controls > MOST_BAD * (len(text) + controls):
        raise Unreadable("file.binary", _BINARY)
    if "&" in text:  # copied from the source of a web page: `&nbsp;`, `&#39;`
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "\u202e" in text:
        text = _REVERSED.sub(lambda found: found[1][::-1], text)
    for filler in _FILLERS:  # (none in nearly all texts, and to look for each is many times as fast as a translation)
        text = text.replace(filler, " ")
    text = _INVISIBLE.sub("", _DRAWN_HYPHEN.sub("-", text))
    lost = text.count("\ufffd")
    if lost > broken and lost > 0.3 * len("".join(text.split())):
        raise Unreadable("file.garbled", "글자 대부분이 깨진 채(�) 저장된 텍스트라 읽을 수 없습니다.")
    bad = max(broken, lost) + controls
    notices: tuple[Notice, ...] = ()
    if padded >= _PADDING:
        notices = (
            Notice(
                "file.repaired", f"파일 끝의 {padded}바이트가 비어 있습니다(0). 글이 잘리지 않았는지 확인해 주십시오."
            ),
        )
    if bad:
        notices = (*notices, Notice("file.repaired", f"깨진 글자 {bad}개를 빼거나 �로 바꾸어 읽었습니다."))
    return unicodedata.normalize("NFC", text), notices


def _with_spaces(text: str) -> str:
    """The text with spaces where programs print the number of a font's space, which the font has no Unicode map for: glyph 3 of most
    fonts, the first of a font that was cut down to what a page shows."""
    for glyph in _SPACE_GLYPHS:
        often = glyph == "\x03" or text.count(glyph) > _OFTEN * len(text)
        if glyph in text and often and _plausibility(text.replace(glyph, " ")) >= _LEAST_PLAUSIBLE:
            text = text.replace(glyph, " ")
    return text


def _characters(data: bytes) -> tuple[str, int]:
    """The characters, and how many of them stand for broken bytes."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and not (mark == codecs.BOM_UTF32_LE and len(data) % 4):
            return _repaired(data[len(mark) :], (encoding,))
    crowded = data.count(0) > 0.2 * len(data)
    if not crowded:
        text = _strict(data, "utf-8")
        if text is not None:
            return text, 0
    guesses = [(_plausibility(text), text) for text in (_strict(data, name) for name in _guesses(data)) if text]
    score, text = max(guesses, key=lambda guess: guess[0], default=(0.0, None))
    if text is not None and score >= _LEAST_PLAUSIBLE:
        return text, 0
    return _repaired(data, ("utf-8", "cp949"))


def _guesses(data: bytes) -> tuple[str, ...]:
    """Encodings without a mark that these bytes may be in, the likelier first."""
    return ("cp949",) if len(data) % 2 else ("cp949", "utf-16-le", "utf-16-be")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _repaired(data: bytes, encodings: tuple[str, ...]) -> tuple[str, int]:
    """The decoding that breaks the fewest characters; Unreadable if it breaks too many."""
    best: tuple[int, str] | None = None
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd") - data.count("\ufffd".encode(encoding, "ignore") or b"\xff\xff\xff\xff")
        if best is None or broken < best[0]:
            best = (broken, text)
    assert best is not None
    broken, text = best
    if broken > MOST_BAD * len(text):
        raise Unreadable("file.binary", _BINARY)
    return text, max(0, broken)


def _plausibility(text: str) -> float:
    """The share, 0..1, of the characters that Korean text is made of (told from its beginning)."""
    sample = text[:_SAMPLE]
    plausible = len(_PLAUSIBLE.findall(sample))
    hanja = len(_HANJA.findall(sample))
    return (plausible + min(hanja, plausible // 2)) / len(sample)
