# Tensors put together, taken apart, padded, rolled and repeated; triangles of matrices.
import numpy as np
import torch

from case import Case, Draws


def pad(x, before, after, value):
    widths = [width for pair in reversed(list(zip(before, after))) for width in pair]
    return torch.nn.functional.pad(x, widths, value=value)


def cases():
    draws = Draws(5)
    rows = []

    def add(name, x, options, f):
        rows.append(Case(name, [x], options, f))

    for shapes, axis in (
        (((2,), (3,), (1,)), 0),
        (((2, 3), (2, 1)), 1),
        (((2, 1, 3), (2, 2, 3), (2, 3, 3)), -2),
        (((0, 2), (3, 2)), 0),
    ):
        add("concatenate", [draws.normal(*shape) for shape in shapes], {"axis": axis}, lambda xs: torch.cat(xs, axis))
    add("concatenate", [draws.indices(5, 2), draws.indices(5, 3)], None, torch.cat)
    for shape, count, axis in (((3,), 2, 0), ((2, 3), 3, 1), ((2, 3), 2, -1), ((), 4, 0)):
        add("stack", [draws.normal(*shape) for _ in range(count)], {"axis": axis}, lambda xs: torch.stack(xs, axis))
    add("split", draws.normal(6), {"parts": 3}, lambda x: x.split(2))
    add("split", draws.normal(6, 2), {"sizes": (1, 0, 5)}, lambda x: x.split([1, 0, 5]))
    add("split", draws.normal(2, 4), {"parts": 2, "axis": -1}, lambda x: x.split(2, -1))
    for shape, before, after, value in (
        ((3,), (1,), (2,), 0.0),
        ((2, 3), (1, 0), (0, 2), -1.5),
        ((2, 1, 2), (0, 1, 1), (1, 1, 0), 2.0),
    ):
        options = {"before": before, "after": after, "value": value}
        add("pad", draws.normal(*shape), options, lambda x: pad(x, before, after, value))
    add("pad", draws.normal(2, 2), {"before": 1}, lambda x: pad(x, (1, 1), (1, 1), 0.0))
    add("pad", draws.normal(2), {"before": 1, "value": float("inf")}, lambda x: pad(x, (1,), (1,), float("inf")))
    for shape, shift, axis in (((5,), 2, 0), ((5,), -1, -1), ((3, 4), 7, 0), ((2, 3, 2), -5, 1), ((3,), 0, 0)):
        add("roll", draws.normal(*shape), {"shift": shift, "axis": axis}, lambda x: x.roll(shift, axis))
    for shape, count, axis in (((3,), 2, 0), ((2, 3), 3, 0), ((2, 3), 2, -1), ((2, 1, 2), 3, 1), ((3,), 0, 0)):
        add(
            "repeat_each",
            draws.normal(*shape),
            {"count": count, "axis": axis},
            lambda x: x.repeat_interleave(count, axis),
        )
    for shape, counts in (((3,), (2,)), ((2, 3), (2, 3)), ((2, 3), (2,)), ((2,), (2, 1, 3)), ((2, 2), (0, 2))):
        add("tile", draws.normal(*shape), {"counts": counts}, lambda x: torch.tile(x, counts))
    for shape, shift in (((3, 4), 0), ((2, 3, 3), 1), ((4, 3), -1), ((2, 2), 9), ((3, 3), -5)):
        options = {"shift": shift} if shift else None
        add("tril", draws.normal(*shape), options, lambda x: x.tril(shift))
        add("triu", draws.normal(*shape), options, lambda x: x.triu(shift))
    beyond = np.array([[1.0, np.nan], [np.inf, 2.0]])
    rows.append(Case("tril", [beyond], results=np.tril(beyond)))
    rows.append(Case("triu", [beyond], results=np.triu(beyond)))
    return rows
