"""A converter for tests: the bytes say what becomes of the file.

`cards N` gives N cards with two items each; `crash`, `hang`, `doze`, `memory`, `bug`, `slow` and `wrong` misbehave.
"""

from __future__ import annotations

import hashlib
import os
import signal
import time


def convert_bytes(data, path, *, cohort, municipality, redact_contacts, reader, vocabulary):
    word, _, number = data.decode().strip().partition(" ")
    if word == "crash":
        os.kill(os.getpid(), getattr(signal, "SIGSEGV", 11))
    if word == "hang":
        while True:
            pass
    if word == "doze":
        time.sleep(3600)
    if word == "memory":
        hoard = []
        while True:
            hoard.append(bytearray(64 << 20))
    if word == "bug":
        raise KeyError("budget")
    if word == "slow":
        time.sleep(0.05)
    return rows(hashlib.sha256(data).hexdigest(), path, int(number.split()[0]), cohort, wrong=word == "wrong")


def rows(document_id, path, count, cohort=None, wrong=False):
    """The tables of a file with so many cards, whatever they are."""
    cards = [f"{document_id[:12]}-{ordinal:03d}" for ordinal in range(1, count + 1)]
    return {
        "documents": [
            {
                "document_id": document_id,
                "path": path,
                "media_type": "text/plain",
                "size_bytes": 7,
                "status": "ok" if count else "skipped",
                "error": None if count else "공약카드가 없는 파일입니다.",
                "cards": count,
                "text_coverage": 0.75,
            }
        ],
        "cards": [
            {
                "card_id": card,
                "document_id": document_id,
                "ordinal": "one" if wrong else ordinal,
                "title": f"공약 {ordinal}",
                "cohort": cohort,
                "review": True,
            }
            for ordinal, card in enumerate(cards, 1)
        ],
        "items": [
            {
                "card_id": card,
                "item_id": item,
                "kind": "bullet",
                "level": 1,
                "section": "plan",
                "text": "글",
                "text_raw": "- 글",
            }
            for card in cards
            for item in (1, 2)
        ],
        "issues": [
            {
                "document_id": document_id,
                "card_id": card,
                "severity": "warning",
                "code": "choice.none",
                "message": "고른 것이 없습니다.",
            }
            for card in cards
        ]
        + [
            {"document_id": document_id, "severity": "warning", "code": "file.not_a_card", "message": "없습니다."}
            for _ in range(not count)
        ],
    }
