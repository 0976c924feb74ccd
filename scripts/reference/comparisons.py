# Comparisons, connectives, choices and conversions.
import numpy as np
import torch

from case import Case, Draws


def cases():
    draws = Draws(3)
    edges = np.array([0.0, -0.0, 1.0, 1 + 2.0**-52, -1.0, 5e-324, np.inf, -np.inf, np.nan])
    first, second = (x.reshape(-1) for x in np.meshgrid(edges, edges, indexing="ij"))
    rows = []
    for name, f in [
        ("equal", np.equal),
        ("not_equal", np.not_equal),
        ("less", np.less),
        ("less_equal", np.less_equal),
        ("greater", np.greater),
        ("greater_equal", np.greater_equal),
    ]:
        rows.append(Case(name, [first, second], results=f(first, second)))
        for x, y in [
            (draws.indices(4, 3, 4), draws.indices(4, 4)),
            (draws.normal(2, 1, 3), draws.normal(4, 1)),
            (draws.truths(6), draws.truths(6)),
            (draws.indices(3, 5), np.float64(1.5)),
            (draws.normal(4).astype(np.float32), draws.normal(4).astype(np.float32)),
            (draws.normal(0, 3), draws.normal(3)),
        ]:
            rows.append(Case(name, [x, y], results=f(x, y)))
    for name, f in [("logical_and", np.logical_and), ("logical_or", np.logical_or), ("logical_xor", np.logical_xor)]:
        for a, b in (((4,), (4,)), ((3, 4), (4,)), ((2, 1, 3), (4, 1)), ((3,), ())):
            x, y = draws.truths(*a), np.asarray(draws.truths(*b))
            rows.append(Case(name, [x, y], results=f(x, y)))
        x, y = np.array([True, True, False, False]), np.array([True, False, True, False])
        rows.append(Case(name, [x, y], results=f(x, y)))
    rows.append(Case("logical_not", [np.array([True, False])], results=np.array([False, True])))
    rows.append(Case("is_nan", [edges], results=np.isnan(edges)))
    rows.append(Case("is_finite", [edges], results=np.isfinite(edges)))
    rows.append(Case("is_nan", [edges.astype(np.float32)], results=np.isnan(edges)))
    rows.append(Case("is_finite", [edges.astype(np.float32)], results=np.isfinite(edges)))
    for condition, a, b in [
        (draws.truths(3, 4), draws.normal(3, 4), draws.normal(3, 4)),
        (draws.truths(3, 1), draws.normal(4), draws.normal(2, 1, 1)),
        (draws.truths(5), np.float64(1.5), draws.normal(5)),
        (np.array(True), draws.normal(3), draws.normal(2, 3)),
    ]:
        rows.append(Case("where", [condition, a, b], None, torch.where))
    condition, bad = np.array([True, False, True]), np.array([1.0, np.nan, np.inf])
    rows.append(Case("where", [condition, bad, np.array([np.nan, 2.0, np.nan])], None, torch.where))
    rows.append(Case("where", [draws.truths(4), draws.indices(5, 4), draws.indices(5, 4)], None, torch.where))
    numbers = np.array(
        [0.1, -0.1, 1 / 3, 1e-45, 1e-40, 3.4028234e38, 3.5e38, 1e300, 1e-300, np.inf, -np.inf, np.nan, 16777217.0]
    )
    rows.append(Case("float32", [numbers], results=numbers.astype(np.float32), values_within=(0.0, 0.0)))
    rows.append(Case("float64", [numbers.astype(np.float32)], results=numbers.astype(np.float32).astype(float)))
    rows.append(Case("float64", [np.array([3, -7])], results=np.array([3.0, -7.0])))
    whole = np.array([1.7, -1.7, 0.99999, -0.5, 0.0, 1e15, -1e15, 2.0**52])
    rows.append(Case("int", [whole], results=whole.astype(int)))
    rows.append(Case("int", [np.array([True, False])], results=np.array([1, 0])))
    rows.append(Case("bool", [edges], results=edges.astype(bool)))
    rows.append(Case("bool", [np.array([3, 0, -1])], results=np.array([True, False, True])))
    return rows
