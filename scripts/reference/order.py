# Sorting: values, indices, ties, NaN last, the greatest few.
import numpy as np
import torch

from case import Case, Draws


def descending_order(x, axis):
    """A stable order with the greatest first; NaN stays last, where torch has it first."""
    return np.argsort(-x, axis=axis, kind="stable")


def top(x, k, axis):
    values, indices = torch.topk(x, k, dim=axis)
    return values, indices


def cases():
    draws = Draws(7)
    rows = []
    for shape, axis in (((7,), -1), ((3, 4), -1), ((3, 4), 0), ((2, 3, 4), 1), ((40,), 0), ((2, 1), -1), ((0, 3), 1)):
        x = draws.distinct(*shape)
        options = {} if axis == -1 else {"axis": axis}
        rows.append(Case("argsort", [x], options, results=np.argsort(x, axis=axis, kind="stable")))
        rows.append(Case("argsort", [x], {**options, "descending": True}, results=descending_order(x, axis)))
        rows.append(Case("sort", [x], options, lambda x: torch.sort(x, axis).values))
        rows.append(
            Case("sort", [x], {**options, "descending": True}, lambda x: torch.sort(x, axis, descending=True).values)
        )
    ties = draws.indices(4, 30)
    edges = np.array([2.0, np.nan, -1.0, np.inf, np.nan, -np.inf, 2.0, 0.0, -0.0])
    for x in (ties, ties.astype(float), edges, draws.indices(3, 4, 9)):
        rows.append(Case("argsort", [x], None, results=np.argsort(x, kind="stable")))
        rows.append(Case("argsort", [x], {"descending": True}, results=descending_order(x, -1)))
        rows.append(Case("sort", [x], None, results=np.sort(x)))
    for shape, k, axis in (((7,), 3, -1), ((3, 4), 2, 0), ((3, 4), 4, 1), ((2, 5, 2), 1, -2)):
        options = {"k": k} if axis == -1 else {"k": k, "axis": axis}
        rows.append(Case("top_k", [draws.distinct(*shape)], options, lambda x: top(x, k, axis)))
    return rows
