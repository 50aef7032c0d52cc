"""What is wrong with the shape of a file of data, before what it says is gone into."""

from collections.abc import Iterable

from course.content.schema import of_data, schema_faults, word_faults
from course.faults import Fault
from course.marked import Marked


def shape_faults(
    document: Marked | Fault, name: str, schema: str, texts: Iterable[str]
) -> list[Fault]:
    """Faults of a document called ``name`` by its schema; its ``texts`` are in both languages."""
    if isinstance(document, Fault):
        return [document]
    if not isinstance(document.value, dict):
        return [Fault.at(1, "not-entries", {}, name)]
    found = list(schema_faults(document.value, of_data(schema)))
    found += word_faults({key: document.value.get(key) for key in texts}, ())
    return [fault.found(name, document) for fault in found]
