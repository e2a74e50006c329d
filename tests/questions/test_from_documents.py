"""Questions asked of a graph that was read from a document, from the words on the page to the row."""

from pathlib import Path

from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import question
from sysgraph.store import open_store
from sysgraph.workspace import build

PLAN = """# Ward action plan

3 May 2024

| Ref | Action | Owner | Due |
|---|---|---|---|
| 1 | Open a ward | see above | April 2024 |
| 2 | Close a ward | Ward Manager | April 2024 |
| 3 | Move a ward | All partners | Completed 31/03/24 |
| 4 | Paint a ward | | May 2024 |
"""


def rows(tmp_path: Path, name: str, column: str) -> dict[str, object]:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    build([tmp_path / "plan.md"], tmp_path / "graph.sqlite")
    store = open_store(tmp_path / "graph.sqlite")
    try:
        return {str(row.values["ref"]): row.values[column] for row in ask(store, question(name)).rows}
    finally:
        store.close()


def test_an_owner_cell_that_nobody_understands_is_a_gap_and_not_an_owner(tmp_path: Path) -> None:
    assert rows(tmp_path, "unowned-actions", "gap") == {"1": "not understood", "3": "collective", "4": "missing"}


def test_an_action_that_its_due_cell_calls_completed_is_not_overdue(tmp_path: Path) -> None:
    assert rows(tmp_path, "overdue-actions", "last_day") == {"1": "2024-04-30", "2": "2024-04-30"}
