"""pdfminer's interpreter, taught to follow what a canvas needs: clips, transparency, and the state that a form inherits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from pdfminer.cmapdb import CMap, CMapDB, IdentityCMap
from pdfminer.pdffont import PDFCIDFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import LIT, PSLiteral, literal_name
from pdfminer.utils import Matrix, apply_matrix_pt, mult_matrix

from pledgecards.extract.pdf.dingbats import DINGBATS, SIGNS
from pledgecards.extract.pdf.layers import Veil
from pledgecards.extract.pdf.plumber.annotations import corners_of, matrix_of
from pledgecards.extract.pdf.plumber.fonts import face
from pledgecards.extract.pdf.plumber.ink import outline
from pledgecards.extract.pdf.plumber.sketch import SketchPad

DEEPEST_FORM = 12
_NORMAL = (LIT("Normal"), LIT("Compatible"))
_POOR_MAPS = {"UniKS-UCS2-H": "UniKS-UTF16-H", "UniKS-UCS2-V": "UniKS-UTF16-V"}
"""pdfminer's maps that lack some signs (the dot of `정부·서울시`), which it leaves out in silence, and those that have them besides."""


class Sketcher(PDFPageInterpreter):
    """pdfminer's interpreter, following clips and transparency, with a form inheriting the state around it."""

    device: SketchPad
    depth = 0
    _inherited: tuple[PDFTextState, PDFGraphicState] | None = None

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.graphicstate.linewidth = 1.0
        if self._inherited is not None:
            self.textstate, self.graphicstate = self._inherited

    def subinterp(self) -> PDFPageInterpreter:
        inner = cast(Sketcher, super().subinterp())
        inner.depth = self.depth + 1
        inner._inherited = (self.textstate.copy(), self.graphicstate.copy())
        return inner

    def get_current_state(self) -> Any:
        return (super().get_current_state(), self.device.view)

    def set_current_state(self, state: Any) -> None:
        super().set_current_state(state[0])
        self.device.view = state[1]

    def do_Tf(self, fontid: Any, fontsize: Any) -> None:
        super().do_Tf(fontid, fontsize)
        font = self.textstate.font
        if isinstance(font, PDFCIDFont) and isinstance(font.cmap, CMap) and not font.cmap.code2cid:
            # pdfminer knows no map of codes that a file brings along, and would read nothing at all in such a font. A pair of bytes is
            # a code in nearly all of them, and what characters the codes are the font says by itself, or they are unknown.
            font.cmap = IdentityCMap(WMode=int(font.vertical))
        elif isinstance(font, PDFCIDFont):
            better = _POOR_MAPS.get(str(font.cmap.attrs.get("CMapName")))
            font.cmap = font.cmap if better is None else CMapDB.get_cmap(better)
        elif isinstance(font, PDFSimpleFont) and font.unicode_map is None and face(font)[0] == DINGBATS:
            font.cid2unicode = SIGNS  # pdfminer reads it as letters

    def do__w(self, aw: Any, ac: Any, s: Any) -> None:
        # pdfminer forgets that this goes to the next line.
        self.do_T_a()
        super().do__w(aw, ac, s)

    def do_W(self) -> None:
        self.device.view = self.device.view.within(outline(self.curpath, self.ctm)[0])

    def do_W_a(self) -> None:
        self.do_W()

    def do_F(self) -> None:
        self.do_f()

    def do_sh(self, name: Any) -> None:
        self.device.shade()

    def do_BDC(self, tag: Any, props: Any) -> None:
        if isinstance(props, PSLiteral) and isinstance(tag, PSLiteral) and literal_name(tag) == "OC":
            layers = dict_value(self.resources.get("Properties") or {})
            props = Veil() if self.device.layers.hides(layers.get(literal_name(props))) else props
        super().do_BDC(tag, props)

    def do_gs(self, name: Any) -> None:
        table = dict_value(self.resources.get("ExtGState") or {})
        state = dict_value(table.get(literal_name(name)) or {})
        fill, stroke = resolve1(state.get("ca")), resolve1(state.get("CA"))
        view = self.device.view
        if isinstance(fill, int | float):
            view = replace(view, fill_alpha=min(max(float(fill), 0.0), 1.0))
        if isinstance(stroke, int | float):
            view = replace(view, stroke_alpha=min(max(float(stroke), 0.0), 1.0))
        mode, mask = resolve1(state.get("BM")), resolve1(state.get("SMask"))
        if mode is not None:
            view = replace(
                view, blended=mode not in _NORMAL and not (isinstance(mode, list) and mode[:1] == [_NORMAL[0]])
            )
        if isinstance(mask, dict):
            view = replace(view, blended=True)
        self.device.view = view

    def render_form(self, form: PDFStream, ctm: Matrix) -> None:
        """Draws a form by itself, cut to its box."""
        own = mult_matrix(matrix_of(form), ctm)
        self.device.view = self.device.view.within([apply_matrix_pt(own, corner) for corner in corners_of(form)])
        self.render_contents(dict_value(form.get("Resources") or {}), [form], ctm=own)

    def do_Do(self, xobjid_arg: Any) -> None:
        if self.depth >= DEEPEST_FORM:
            self.device.truncated = True
            return
        outside = self.device.view
        form = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        if isinstance(form, PDFStream) and self.device.layers.hides(form.get("OC")):
            return
        if isinstance(form, PDFStream) and literal_name(form.get("Subtype")) == "Form" and "BBox" in form:
            inside_itself = form.objid in self.parent_stream_ids or form.objid in self.stream_ids
            if inside_itself or not self.device.forms.may_draw(form.objid, len(form.get_data())):
                self.device.truncated = True
                return
            matrix = mult_matrix(matrix_of(form), self.ctm)
            within = outside.within([apply_matrix_pt(matrix, corner) for corner in corners_of(form)])
            self.device.view = replace(within, blended=outside.blended or "Group" in form)
        super().do_Do(xobjid_arg)
        self.device.view = outside
        self.device.set_ctm(self.ctm)
