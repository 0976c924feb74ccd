# Reductions over every choice of axes, softmax and its relatives, running sums, norms.
import numpy as np
import scipy.special as special
import torch

from case import Case, Draws

AXES = [
    ((5,), None),
    ((3, 4), None),
    ((3, 4), (0,)),
    ((3, 4), (-1,)),
    ((2, 3, 4), (0, 2)),
    ((2, 3, 4), (1,)),
    ((2, 1, 3), (1,)),
    ((2, 3, 2), (0, 1, 2)),
    ((), None),
]


def arguments(axes, keep):
    options = {}
    if axes is not None:
        options["axis"] = axes[0] if len(axes) == 1 else axes
    if keep:
        options["keep"] = True
    return options


def every(x, axes):
    return tuple(range(x.dim())) if axes is None else axes


def repeated(f):
    """A torch function of one axis, applied to several."""

    def over(x, axes, keep):
        for axis in sorted((axis % x.dim() for axis in axes), reverse=True):
            x = f(x, axis, keep)
        return x

    return over


REDUCTIONS = [
    ("sum", "normal", lambda x, axes, keep: x.sum(axes, keep)),
    ("mean", "normal", lambda x, axes, keep: x.mean(axes, keep)),
    ("prod", "normal", repeated(torch.prod)),
    ("max", "distinct", lambda x, axes, keep: x.amax(axes, keep)),
    ("min", "distinct", lambda x, axes, keep: x.amin(axes, keep)),
    ("logsumexp", "normal", lambda x, axes, keep: x.logsumexp(axes, keep)),
    (
        "norm",
        "normal",
        lambda x, axes, keep: torch.linalg.vector_norm(x, 2, axes or None, keep) if x.dim() else x.abs(),
    ),
    ("variance", "normal", lambda x, axes, keep: torch.var(x, axes, correction=0, keepdim=keep)),
]


def smooth(draws):
    rows = []
    for name, kind, f in REDUCTIONS:
        for shape, axes in AXES:
            for keep in (False, True) if len(shape) == 2 else (False,):
                x = getattr(draws, kind)(*shape)
                rows.append(Case(name, [x], arguments(axes, keep), lambda x: f(x, every(x, axes), keep)))
    for shape, axes in AXES[:-1]:
        if shape != (2, 1, 3):
            x = draws.normal(*shape)
            rows.append(Case("std", [x], arguments(axes, False), lambda x: torch.std(x, every(x, axes), correction=0)))
    for correction in (1, 1.5, 2):
        for shape, axes in (((5,), None), ((4, 3), (0,)), ((2, 3, 4), (0, -1))):
            options = {**arguments(axes, correction == 2), "correction": correction}
            for name, f in (("variance", torch.var), ("std", torch.std)):
                rows.append(
                    Case(
                        name,
                        [draws.normal(*shape)],
                        options,
                        lambda x: f(x, every(x, axes), correction=correction, keepdim=correction == 2),
                    )
                )
    # A small spread around a large mean: differences first, or nothing is left of it.
    far = 1e8 + draws.normal(6)
    rows.append(Case("variance", [far], {"correction": 1}, results=np.var(far, ddof=1), values_within=(1e-9, 0.0)))
    return rows


def norms(draws):
    rows = []
    for order in (1, 2, float("inf")):
        for shape, axes in (((5,), None), ((3, 4), (1,)), ((2, 3, 2), (0, 2))):
            x = draws.distinct(*shape) + 0.013
            options = {**arguments(axes, True), "order": order}
            rows.append(Case("norm", [x], options, lambda x: torch.linalg.vector_norm(x, order, every(x, axes), True)))
    rows.append(Case("norm", [np.zeros((2, 3))], {"axis": 1}, lambda x: torch.linalg.vector_norm(x, 2, 1)))
    return rows


def special_values():
    inf, nan = np.inf, np.nan
    lines = np.array(
        [[1, -2, 3], [inf, 0, 1], [-inf, 0, 1], [inf, -inf, 0], [nan, 1, 2], [-inf, -inf, -inf], [0, -0.0, 5e-324]]
    )
    large = np.array([[900.0, 901.0, 899.5], [-900.0, -901.0, -1e4], [1e4, -1e4, 0.0]])
    rows = []
    for name, f in (("sum", np.sum), ("mean", np.mean), ("prod", np.prod), ("max", np.max), ("min", np.min)):
        rows.append(Case(name, [lines], {"axis": 1}, results=f(lines, axis=1)))
    tails = np.vstack([lines[[0, 2, 4, 5]], large])
    rows.append(Case("logsumexp", [tails], {"axis": 1}, results=special.logsumexp(tails, axis=1)))
    rows.append(Case("softmax", [large], None, results=special.softmax(large, axis=1), values_within=(1e-13, 0.0)))
    rows.append(
        Case("log_softmax", [large], None, results=special.log_softmax(large, axis=1), values_within=(1e-13, 0.0))
    )
    rows.append(Case("sum", [large], {"axis": ()}, results=large))
    zeros = np.array([[2.0, 0.0, 3.0], [0.0, 0.0, 5.0], [1.5, 2.0, -1.0]])
    rows.append(Case("prod", [zeros], {"axis": 1}, lambda x: x.prod(1)))
    rows.append(Case("prod", [zeros], {"axis": 0}, lambda x: x.prod(0)))
    ties = np.array([[2.0, 5.0, 5.0], [1.0, 1.0, 1.0], [3.0, 2.0, 2.0]])
    for name, f in (("max", torch.amax), ("min", torch.amin)):
        rows.append(Case(name, [ties], {"axis": 1}, lambda x: f(x, 1)))
        rows.append(Case(name, [ties], None, lambda x: f(x, (0, 1))))
    for shape, axes in (((0, 3), 0), ((3, 0), 1), ((0,), None)):
        empty = np.zeros(shape)
        options = {} if axes is None else {"axis": axes}
        rows.append(Case("sum", [empty], options, results=empty.sum(axis=axes)))
        rows.append(Case("prod", [empty], options, results=empty.prod(axis=axes)))
    return rows


def counts(draws):
    """Truth values, whole numbers, and the places of extremes."""
    rows = []
    for shape, axes in (((6,), None), ((3, 4), 0), ((3, 4), (0, 1)), ((2, 3, 2), 1), ((0, 2), 0)):
        truths, whole = draws.truths(*shape), draws.indices(9, *shape)
        options = {} if axes is None else {"axis": axes}
        rows.append(Case("any", [truths], options, results=np.any(truths, axis=axes)))
        rows.append(Case("all", [truths], options, results=np.all(truths, axis=axes)))
        rows.append(Case("sum", [truths], options, results=np.sum(truths, axis=axes)))
        rows.append(Case("sum", [whole], options, results=np.sum(whole, axis=axes)))
        rows.append(Case("prod", [whole], options, results=np.prod(whole, axis=axes)))
        if 0 not in shape:
            rows.append(Case("mean", [whole], options, results=np.mean(whole, axis=axes)))
            rows.append(Case("variance", [whole], options, results=np.var(whole, axis=axes)))
            rows.append(Case("max", [whole], options, results=np.max(whole, axis=axes)))
            rows.append(Case("min", [whole], options, results=np.min(whole, axis=axes)))
    for name, f in (("argmax", np.argmax), ("argmin", np.argmin)):
        for x, axis, keep in (
            (draws.distinct(7), None, False),
            (draws.distinct(3, 4), None, False),
            (draws.distinct(3, 4), 0, False),
            (draws.distinct(2, 3, 4), 1, True),
            (draws.indices(3, 4, 6), -1, False),
            (np.array([1.0, np.nan, 9.0, np.nan]), 0, False),
            (np.array([[-np.inf, -np.inf], [np.inf, np.inf]]), 1, False),
        ):
            options = {} if axis is None else {"axis": axis}
            if keep:
                options["keep"] = True
            rows.append(Case(name, [x], options, results=f(x, axis=axis, keepdims=keep)))
    return rows


def lines(draws):
    rows = []
    for shape, axis in (((5,), -1), ((3, 4), -1), ((3, 4), 0), ((2, 3, 4), 1), ((2, 1), -1), ((1, 20), 1)):
        options = {} if axis == -1 else {"axis": axis}
        x = draws.normal(*shape)
        rows.append(Case("softmax", [x], options, lambda x: x.softmax(axis)))
        rows.append(Case("log_softmax", [2 * x], options, lambda x: x.log_softmax(axis)))
        rows.append(Case("cumsum", [x], options, lambda x: x.cumsum(axis)))
        rows.append(Case("cumsum", [x], {**options, "reverse": True}, lambda x: x.flip(axis).cumsum(axis).flip(axis)))
    whole, truths = draws.indices(9, 3, 4), draws.truths(6)
    rows.append(Case("cumsum", [whole], {"axis": 0}, results=np.cumsum(whole, axis=0)))
    rows.append(Case("cumsum", [truths], None, results=np.cumsum(truths)))
    far = np.array([[40.0, -40.0, 0.0], [700.0, 0.0, -700.0]])
    rows.append(Case("log_softmax", [far], None, lambda x: x.log_softmax(1)))
    rows.append(Case("logsumexp", [far], {"axis": 1}, lambda x: x.logsumexp(1)))
    single = draws.normal(4, 33).astype(np.float32)
    exact = single.astype(float)
    for name, value in (
        ("sum", exact.sum(1)),
        ("mean", exact.mean(1)),
        ("max", exact.max(1)),
        ("logsumexp", special.logsumexp(exact, 1)),
    ):
        rows.append(Case(name, [single], {"axis": 1}, results=value.astype(np.float32), values_within=(5e-7, 1e-6)))
    return rows


def cases():
    draws = Draws(6)
    return smooth(draws) + norms(draws) + special_values() + counts(draws) + lines(draws)
