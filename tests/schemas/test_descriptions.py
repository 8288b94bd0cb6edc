"""What describes the dataset to people and programs comes from the registry, and is current."""

from pathlib import Path

from pledgecards.schemas.codes import CODES
from pledgecards.schemas.datapackage import datapackage
from pledgecards.schemas.dictionary import dictionary
from pledgecards.schemas.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_of_the_data_dictionary_is_current():
    # After a change: pledgecards dictionary > docs/data-dictionary.md
    assert PAGE.read_text("utf-8") == dictionary()


def test_the_dictionary_names_every_column_and_code():
    page = dictionary()
    for table in TABLES.values():
        assert f"## {table.name}\n" in page
        assert all(f"| `{name}` |" in page for name in table.names)
    assert all(f"| `{code}` |" in page for code in CODES)


def test_the_data_package_describes_every_table_and_column():
    package = datapackage()
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [resource["path"] for resource in package["resources"]] == [f"{name}.parquet" for name in TABLES]
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert tuple(field["name"] for field in fields) == TABLES[resource["name"]].names
        assert all(field["title"] and field["description"] for field in fields)


def test_the_data_package_tells_units_keys_and_vocabularies():
    resources = {resource["name"]: resource["schema"] for resource in datapackage()["resources"]}
    amount = next(field for field in resources["budget"]["fields"] if field["name"] == "amount_won")
    assert (amount["type"], amount["arrowType"], amount["unit"]) == ("integer", "int64", "won")
    status = next(field for field in resources["documents"]["fields"] if field["name"] == "status")
    assert status["constraints"]["enum"] == ["ok", "partial", "failed", "skipped"]
    assert resources["items"]["primaryKey"] == ["card_id", "item_id"]
    assert {
        "fields": ["card_id", "item_id"],
        "reference": {"resource": "items", "fields": ["card_id", "item_id"]},
    } in resources["dates"]["foreignKeys"]
    # A reference to the table itself goes without its name.
    assert resources["items"]["foreignKeys"][1] == {
        "fields": ["card_id", "parent_id"],
        "reference": {"fields": ["card_id", "item_id"]},
    }
