"""The figures as tables that other programs read live: as CSV, and as OData version 4.

Columns keep the names that they have in ``data.figures``, so that a report made on them lasts;
``about`` says in one row what the figures are of.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

import pandas as pd
from pandas._typing import DtypeObj

from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.records.model import Records
from data.records.spreadsheet_text import csv_bytes

SPACE = "TrainingCoverage"
EDM, EDMX = "http://docs.oasis-open.org/odata/ns/edm", "http://docs.oasis-open.org/odata/ns/edmx"
#: What of a request for a table is answered; another option is refused.
OPTIONS = ("$top", "$skip", "$select", "$format")
#: A number of rows; Python itself reads more as one.
_DIGITS = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class FeedTable:
    """A table of the feed: what makes it of the figures, and the columns that tell a row."""

    make: Callable[[Coverage], pd.DataFrame]
    key: tuple[str, ...]


def _about(figures: Coverage) -> pd.DataFrame:
    """Return one row: the records, their as-of date and source, and the headline figures."""
    records = figures.records
    told = {
        "records": records.title,
        "notice": records.full_notice,
        "source": records.source,
        "as_of": pd.Timestamp(figures.selection.as_of),
        **asdict(figures.headline),
    }
    return pd.DataFrame([told])


TABLES = {
    "about": FeedTable(_about, ("records",)),
    "districts": FeedTable(lambda figures: figures.districts, ("adm2_pcode",)),
    "provinces": FeedTable(lambda figures: figures.by_province, ("adm1_pcode",)),
    "trainings": FeedTable(lambda figures: figures.trainings, ("training_id",)),
    "agency_months": FeedTable(lambda figures: figures.by_agency_month, ("month", "agency")),
}


def table(records: Records, name: str) -> pd.DataFrame:
    """Return a table of the figures of all records; blank where not known, 0 where nobody.

    Raises ``KeyError`` for a name that is not in ``TABLES``.
    """
    return TABLES[name].make(coverage(records, whole(records)))


def feed_csv(records: Records, name: str) -> bytes:
    """Return a table as a CSV file; raises as ``table``."""
    return csv_bytes(table(records, name))


def service(address: str) -> bytes:
    """Return the OData document that lists the tables.

    ``address`` is that of the feed, without a slash at its end.
    """
    listed = [{"name": name, "kind": "EntitySet", "url": name} for name in TABLES]
    return _json({"@odata.context": f"{address}/$metadata", "value": listed})


def entities(
    records: Records, name: str, address: str, options: Mapping[str, str] | None = None
) -> bytes:
    """Return the rows of a table as OData.

    ``options`` are ``$top``, ``$skip`` and ``$select``, as they were asked for.

    Raises
    ------
    KeyError
        For a table that is not in ``TABLES``.
    NotImplementedError
        For another option: a client then does it by itself.
    ValueError
        For a value that an option cannot have.
    """
    asked = dict(options or {})
    if unknown := [option for option in asked if option not in OPTIONS]:
        raise NotImplementedError(", ".join(unknown))
    rows = table(records, name)
    start, most = _number(asked, "$skip", 0), _number(asked, "$top", len(rows))
    columns = [one.strip() for one in asked["$select"].split(",")] if "$select" in asked else None
    if columns and not set(columns) <= set(rows):
        raise ValueError("$select")
    part = rows.iloc[start : start + most]
    part = part[columns] if columns else part
    days = {
        str(column): part[column].dt.strftime("%Y-%m-%d")
        for column in part.select_dtypes("datetime")
    }
    values = part.assign(**days).astype(object)
    values = values.where(values.notna(), None)
    context = f"{address}/$metadata#{name}" + (f"({','.join(columns)})" if columns else "")
    return _json({"@odata.context": context, "value": values.to_dict("records")})


def _number(asked: Mapping[str, str], option: str, usual: int) -> int:
    words = asked.get(option, str(usual))
    if not _DIGITS.fullmatch(words):
        raise ValueError(option)
    return int(words)


def metadata(records: Records) -> bytes:
    """Return the OData document that says what the columns of each table are."""
    document = Element("edmx:Edmx", {"xmlns:edmx": EDMX, "Version": "4.0"})
    services = SubElement(document, "edmx:DataServices")
    schema = SubElement(services, "Schema", {"xmlns": EDM, "Namespace": SPACE})
    container = Element("EntityContainer", {"Name": "Figures"})
    for name, described in TABLES.items():
        entity = SubElement(schema, "EntityType", {"Name": name})
        key = SubElement(entity, "Key")
        for column in described.key:
            SubElement(key, "PropertyRef", {"Name": column})
        for label, kind in table(records, name).dtypes.items():
            told = {"Name": str(label), "Type": _edm(kind)}
            is_key = label in described.key
            SubElement(entity, "Property", told | ({"Nullable": "false"} if is_key else {}))
        SubElement(container, "EntitySet", {"Name": name, "EntityType": f"{SPACE}.{name}"})
    schema.append(container)
    whole_document: bytes = tostring(document, encoding="utf-8", xml_declaration=True)
    return whole_document


def _edm(kind: DtypeObj) -> str:
    """Return the type of a column in the words of OData."""
    if pd.api.types.is_datetime64_dtype(kind):
        return "Edm.Date"
    if pd.api.types.is_integer_dtype(kind):
        return "Edm.Int64"
    return "Edm.Double" if pd.api.types.is_float_dtype(kind) else "Edm.String"


def _json(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()
