import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_modules_functions_and_parameter_lists_stay_small() -> None:
    folders = ("src", "tests", "benchmarks", "seed")
    modules = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    assert modules
    overgrown = [line for path in modules for line in _overgrown(path)]
    assert not overgrown, "too large; it wants a door, not a shelf:\n" + "\n".join(overgrown)


def _overgrown(path: Path) -> Iterator[str]:
    text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
    if (lines := len(text.splitlines())) > 300:
        yield f"{name}: {lines} lines, at most 300"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            where, a = f"{name}:{node.lineno}: {node.name}", node.args
            if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > 40:
                yield f"{where}: {lines} lines, at most 40"
            arguments = [x for x in (*a.posonlyargs, *a.args, a.vararg, *a.kwonlyargs, a.kwarg) if x]
            if (count := sum(x.arg not in ("self", "cls") for x in arguments)) > 5:
                yield f"{where}: {count} parameters, at most 5"
