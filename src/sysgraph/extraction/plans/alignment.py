"""Which cell of a row belongs to which column, where a row has lost or gained a cell.

The filled cells keep their order. Each way to lay them on the columns is scored by how well every cell fits the role it
falls to, less a price for each change of displacement; the best way wins, found by dynamic programming.
"""

from collections.abc import Sequence
from functools import cache

from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.kinds import Kind

_WORDS = (Role.ISSUE, Role.OUTCOME, Role.ACTION, Role.ASSURANCE, Role.PROGRESS)
_PRICE_OF_SHIFT = 1.5
_PRICE_OF_SHIFT_OVER_BLANKS = 1.0  # a cell is more easily lost or gained among empty ones
_PRICE_OF_START = 1.2
_PRICE_OF_REVISED_ALONE = 1.0
_PRICE_OF_NO_ACTION = 1.0
_NEVER = -99.0


def _table() -> dict[tuple[Kind, Role], float]:
    """How well each sort of cell fits each role."""
    fit = {(kind, role): -1.0 for kind in Kind for role in Role}
    for role in Role:
        fit[Kind.LONG, role] = -3.0
        fit[Kind.STATUS, role] = -2.0
        fit[Kind.DATE, role] = -2.0
        fit[Kind.REFERENCE, role] = -2.0
        fit[Kind.OPEN, role] = 0.0
    for role in _WORDS:
        fit[Kind.LONG, role] = 1.0
        fit[Kind.SHORT, role] = 0.5
        fit[Kind.OWNERS, role] = -0.5
        fit[Kind.STATUS, role] = -1.0
    fit[Kind.DATE, Role.PROGRESS] = -1.0
    fit[Kind.DATE, Role.ASSURANCE] = -1.6  # a date is not an assurance
    fit[Kind.STATUS, Role.PROGRESS] = 0.0
    fit[Kind.OWNERS, Role.OVERSIGHT] = fit[Kind.SHORT, Role.OVERSIGHT] = 1.0
    fit[Kind.LONG, Role.OVERSIGHT] = -0.5
    for role in (Role.OWNER, Role.LEAD):
        fit[Kind.OWNERS, role] = 3.0
        fit[Kind.SHORT, role] = 0.0
        fit[Kind.LONG, role] = -2.0
        fit[Kind.OPEN, role] = 0.5
    for role in (Role.DUE, Role.REVISED, Role.START):
        fit[Kind.DATE, role] = 3.0
        fit[Kind.STATUS, role] = -0.5
        fit[Kind.OPEN, role] = 0.5
        fit[Kind.SHORT, role] = -1.6
    for role in (Role.RAG, Role.SECOND_RAG):
        fit[Kind.STATUS, role] = 3.0
        fit[Kind.LONG, role] = -4.0
    fit[Kind.REFERENCE, Role.REFERENCE] = 3.0
    fit[Kind.SHORT, Role.REFERENCE] = -0.5
    for kind in Kind:
        fit[kind, Role.OTHER] = 0.2
    return fit


_FIT = _table()


def fits_in_place(kinds: Sequence[Kind], roles: Sequence[Role]) -> bool:
    """Whether every filled cell may stand in the column in which it does stand."""
    if len(kinds) != len(roles):
        return False
    return all(kind is Kind.BLANK or _FIT[kind, role] > -1.5 for kind, role in zip(kinds, roles, strict=True))


def align(kinds: Sequence[Kind], roles: Sequence[Role], habit: int = 0) -> dict[int, int]:
    """For each filled cell of a row, the column it belongs to; cells that fit in place stay there.

    `habit` is how far the first cells of the row above stood from their columns: the next row begins so at no price.
    """
    filled = [index for index, kind in enumerate(kinds) if kind is not Kind.BLANK]
    if fits_in_place(kinds, roles):
        return {index: index for index in filled}

    @cache
    def best(position: int, column: int, displacement: int | None) -> tuple[float, tuple[int, ...]]:
        """The best way to lay the cells from this one on the columns from this one."""
        if position == len(filled):
            return 0.0, ()
        top: tuple[float, tuple[int, ...]] = (_NEVER * len(filled), tuple(filled[position:]))
        cell = filled[position]
        for target in range(column, len(roles)):
            moved = target - cell
            price = _price(moved, displacement, habit, blanks=position > 0 and cell > filled[position - 1] + 1)
            if (
                roles[target] is Role.REVISED
                and roles[target - 1] is Role.DUE
                and _skips_due(filled, position, target, displacement)
            ):
                price += _PRICE_OF_REVISED_ALONE
            if Role.ACTION in roles[column:target]:
                price += _PRICE_OF_NO_ACTION
            rest, way = best(position + 1, target + 1, moved)
            score = _FIT[kinds[cell], roles[target]] - price + rest
            if score > top[0]:
                top = (score, (target, *way))
        return top

    return dict(zip(filled, best(0, 0, None)[1], strict=True))


def _price(moved: int, displacement: int | None, habit: int, *, blanks: bool) -> float:
    if displacement is None:
        return _PRICE_OF_START if moved not in (0, habit) else 0.0
    if moved == displacement:
        return 0.0
    return _PRICE_OF_SHIFT_OVER_BLANKS if blanks else _PRICE_OF_SHIFT


def _skips_due(filled: Sequence[int], position: int, target: int, displacement: int | None) -> bool:
    """Whether the cell before this one lies left of the due column: a revised date would stand without a first one."""
    if position == 0 or displacement is None:
        return True
    return filled[position - 1] + displacement < target - 1
