"""What stands in a layer that is switched off is not seen, and not read."""

from __future__ import annotations

import pytest
from raw_pdf import form, page

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.clues import may_hide_layers

HIDDEN = b"BT /F1 10 Tf 50 200 Td (999) Tj ET "
SEEN = b"BT /F1 10 Tf 50 150 Td (170) Tj ET "
MARKED = b"/OC /L BDC " + HIDDEN + b"45 195 m 85 195 l S EMC " + SEEN
OFF = b"/OFF [11 0 R]"
LAYERS = [b"<< /Type /OCG /Name (a) >>", b"<< /Type /OCG /Name (b) >>"]
"""Objects 11, which the tests switch off, and 12."""


SHADING = (
    b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 400 0] /Extend [true true]"
    b" /Function << /FunctionType 2 /Domain [0 1] /C0 [0.1 0.4 0.8] /C1 [0.6 0.8 1] /N 1 >> >>"
)


def read(
    reader: str, settings: bytes, content: bytes = MARKED, entry: bytes = b"11 0 R", layers: list[bytes] = LAYERS
) -> Canvas:
    data = page(
        content,
        resources=b"/Properties << /L %s >> /XObject << /X 13 0 R >> /Shading << /S 14 0 R >>" % entry,
        more=[*layers, form(HIDDEN, b"/OC 11 0 R"), SHADING],
        catalog=b"/OCProperties << /OCGs [11 0 R 12 0 R] /D << %s >> >>" % settings,
    )
    with open_pdf(data, reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    return canvas


@pytest.mark.parametrize("reader", READERS)
class TestLayers:
    @pytest.mark.parametrize(
        "settings",
        [
            OFF,
            b"/BaseState /OFF /ON [12 0 R]",
            b"/OFF [12 0 R 11 0 R]",
        ],
    )
    def test_neither_words_nor_rules_of_a_layer_that_is_off(self, reader: str, settings: bytes) -> None:
        canvas = read(reader, settings)
        assert canvas.text == "170" and not len(canvas.rules)

    @pytest.mark.parametrize("settings", [b"", b"/OFF [12 0 R]", b"/BaseState /OFF /ON [11 0 R]"])
    def test_a_layer_that_is_on(self, reader: str, settings: bytes) -> None:
        canvas = read(reader, settings)
        assert canvas.text == "999170" and len(canvas.rules) == 1

    @pytest.mark.parametrize(
        ("rule", "seen"),
        [
            (b"/P /AnyOn", True),
            (b"", True),
            (b"/P /AllOn", False),
            (b"/P /AnyOff", True),
            (b"/P /AllOff", False),
            (b"/VE [/Not 11 0 R]", True),
            (b"/VE [/And 11 0 R 12 0 R]", False),
            (b"/VE [/Or 11 0 R [/Not 12 0 R]]", False),
        ],
    )
    def test_rules_over_several_layers(self, reader: str, rule: bytes, seen: bool) -> None:
        entry = b"<< /Type /OCMD /OCGs [11 0 R 12 0 R] %s >>" % rule
        assert read(reader, OFF, MARKED, entry).text == ("999170" if seen else "170")

    @pytest.mark.parametrize(
        ("event", "text"), [(b"/Event /View /Category [/View]", "170"), (b"/Event /Print /Category [/Print]", "999170")]
    )
    def test_a_layer_that_is_off_in_views_is_not_seen(self, reader: str, event: bytes, text: str) -> None:
        usage = b"<< /Type /OCG /Name (a) /Usage << /View << /ViewState /OFF >> /Print << /PrintState /OFF >> >> >>"
        settings = b"/AS [<< %s /OCGs [11 0 R 12 0 R] >>]" % event
        assert read(reader, settings, layers=[usage, LAYERS[1]]).text == text

    @pytest.mark.parametrize("groups", [b"", b"/OCGs [null]"])
    def test_a_rule_over_no_layer_hides_nothing(self, reader: str, groups: bytes) -> None:
        entry = b"<< /Type /OCMD /P /AllOff %s >>" % groups
        assert read(reader, OFF, MARKED, entry).text == "999170"

    def test_a_shading_in_a_layer_that_is_off_fills_nothing(self, reader: str) -> None:
        shaded = b"/OC /L BDC q 50 50 100 30 re W n /S sh Q EMC " + SEEN
        assert [len(read(reader, settings, shaded).fills) for settings in (OFF, b"/OFF [12 0 R]")] == [0, 1]

    def test_a_form_that_belongs_to_a_layer(self, reader: str) -> None:
        assert read(reader, OFF, b"/X Do " + SEEN).text == "170"
        assert read(reader, b"", b"/X Do " + SEEN).text == "999170"

    def test_content_marked_otherwise_within_is_hidden_with_it(self, reader: str) -> None:
        assert read(reader, OFF, b"/OC /L BDC /P BMC " + HIDDEN + b"EMC " + HIDDEN + b"EMC " + SEEN).text == "170"


def test_files_whose_layers_are_all_on_are_read_as_fast_as_others() -> None:
    assert not may_hide_layers(b"/OCProperties << /D << /ON [5 0 R] /OFF [] /Order [5 0 R] >> >>")
    assert may_hide_layers(b"/OCProperties << /D << /OFF[5 0 R] >> >>")
