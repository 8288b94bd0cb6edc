"""Pages put together: a table that goes on over a page break is one."""

from __future__ import annotations

from pledgecards.extract.document import Document
from pledgecards.extract.footnotes import notes_below
from pledgecards.extract.grid.tables import continued, goes_on
from pledgecards.extract.page import Block, Table
from pledgecards.extract.sign_off import is_sign_off
from pledgecards.schemas.vocabulary import Vocabulary


def joined(document: Document, vocabulary: Vocabulary) -> tuple[list[Block], int]:
    """The blocks of all pages but the boxes to sign in, a table that goes on over a page break made one; and the ink of what was left out."""
    blocks: list[Block] = []
    repeated = 0
    for page in document.pages:
        first = True
        for block in page.blocks:
            last = blocks[-1] if blocks else None
            if isinstance(block, Table) and is_sign_off(block, vocabulary):
                repeated += block.ink
                continue
            if first and isinstance(block, Table) and isinstance(last, Table) and goes_on(last, block):
                blocks[-1], taken_out = continued(last, block)
                repeated += taken_out
            elif isinstance(block, Table) and (notes := notes_below(blocks, block)) is not None:
                above = blocks[-1 - notes]
                assert isinstance(above, Table)
                blocks[-1 - notes], taken_out = continued(above, block)
                repeated += taken_out
            else:
                blocks.append(block)
            first = False
    return blocks, repeated
