"""The columns of the dataset, typed in from its contract: the registry must say the same."""

import pytest

from pledgecards.schemas.tables import TABLES

PLACE = "page:int32 x0:float32 top:float32 x1:float32 bottom:float32 line:int32"
PERIOD = (
    "start:date32 end:date32 start_precision:enum end_precision:enum open_start:bool open_end:bool approx:bool "
    "edtf:string weekday_ok:bool duration_ok:bool"
)
CONTRACT = {
    "documents": "document_id:string path:string media_type:string size_bytes:int64 pages:int32 status:enum error:string "
    "cards:int32 text_coverage:float32",
    "cards": "card_id:string document_id:string ordinal:int32 page_first:int32 page_last:int32 cohort:int16 "
    "municipality:string pledge_no:int32 title:string term:string lead:string novelty:string horizon:string "
    "budgeted:string stage:string department:string as_of:date32 budget_total_won:int64 review:bool",
    "choices": "card_id:string field:enum label_raw:string option_no:int16 option:string checked:bool mark:enum "
    + PLACE,
    "items": "card_id:string item_id:int32 parent_id:int32 kind:enum level:int16 section:enum marker:string text:string "
    "text_raw:string " + PLACE,
    "schedule": "card_id:string line_no:int32 project:string year:int16 quarter:int16 planned:bool " + PLACE,
    "budget": "card_id:string line_no:int32 project:string funding_raw:string funding:enum period_raw:string year:int16 "
    "amount_won:int64 amount_raw:string unit_raw:string " + PLACE,
    "indicators": "card_id:string measure:enum line_no:int32 project:string unit:string period_raw:string year:int16 "
    "value:float64 milestone:string value_raw:string " + PLACE,
    "events": "card_id:string event_no:int32 item_id:int32 project:string group_name:string label:string "
    f"date_raw:string {PERIOD} {PLACE}",
    "dates": "card_id:string item_id:int32 date_no:int32 raw:string span_start:int32 span_end:int32 "
    + f"{PERIOD} {PLACE}",
    "quantities": "card_id:string item_id:int32 quantity_no:int32 raw:string value:float64 unit:string won:int64 "
    "approx:bool " + PLACE,
    "contacts": "card_id:string contact_no:int32 department:string role:string name:string phone:string raw:string "
    + PLACE,
    "issues": "document_id:string card_id:string severity:enum code:enum table_name:enum field:string message:string "
    "page:int32 raw:string line:int32",
    "corrections": "card_id:string table_name:enum row_key:string field:string old:string new:string made_by:string "
    "made_at:string reason:string state:enum",
}
VALUES = {
    "documents.status": "ok partial failed skipped",
    "choices.field": "term lead novelty horizon budgeted stage other",
    "choices.mark": "glyph bold drawn shade colour circle",
    "items.kind": "heading bullet paragraph note caption",
    "items.section": "classification support overview current_state goals plan schedule budget indicators performance "
    "achievement contacts other",
    "budget.funding": "total national metro local private other",
    "indicators.measure": "goal target result actual rate",
    "events.start_precision": "day month quarter half year",
    "dates.end_precision": "day month quarter half year",
    "issues.severity": "error warning info",
}


def test_the_tables_are_those_of_the_contract_in_its_order():
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_the_columns_and_types_are_those_of_the_contract(name):
    columns = [f"{f.name}:{f.type if f.values is None else 'enum'}" for f in TABLES[name].fields]
    assert columns == CONTRACT[name].split()


@pytest.mark.parametrize("column", VALUES)
def test_closed_vocabularies_are_those_of_the_contract(column):
    table, name = column.split(".")
    assert TABLES[table].field(name).values == tuple(VALUES[column].split())


def test_every_column_has_a_label_and_a_description():
    for table in TABLES.values():
        for field in table.fields:
            assert field.label and field.description.endswith("."), f"{table.name}.{field.name}"


@pytest.mark.parametrize("column", ["cards.budget_total_won", "budget.amount_won", "quantities.won"])
def test_money_is_counted_in_won(column):
    table, name = column.split(".")
    assert TABLES[table].field(name).unit == "won"
