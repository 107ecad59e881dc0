"""Write the schema of the tables into `app/store/schema/ddl.py`.

Opening a project need not load SQLModel then.

python packaging/schema.py            write it
python packaging/schema.py --check    exit 1 if what is there is not what the tables make
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "app" / "store" / "schema" / "ddl.py"
HEAD = '''"""The tables and indexes of a project file, made from `tables.py`.

`packaging/schema.py` writes this module. Do not edit.
"""

SCHEMA = """
'''


def read_schema() -> str:
    """Return the statements for all tables and indexes.

    Those that others refer to come first.
    """
    sys.path.insert(0, str(ROOT))
    from app.store.schema.tables import schema_metadata  # noqa: PLC0415  # found by the path above

    statements: list[CreateTable | CreateIndex] = []
    for table in schema_metadata().sorted_tables:
        statements.append(CreateTable(table))
        statements += (CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name)))
    made = (str(statement.compile(dialect=sqlite.dialect())).strip() for statement in statements)
    lines = (line.rstrip().replace("\t", "    ") for statement in made for line in f"{statement};".splitlines())
    return "\n".join(line for line in lines if line)


def make_module() -> str:
    """Return the text of the module."""
    return f'{HEAD}{read_schema()}\n"""\n'


def main() -> int:
    """Write the module, or compare it; return the exit code."""
    if "--check" in sys.argv:
        return 0 if TARGET.read_text("utf-8") == make_module() else 1
    TARGET.write_text(make_module(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
