# Reading elements by whole-number indices, and adding elements where indices say.
import numpy as np
import torch

from case import Case, Draws


def take(x, indices, axis):
    """NumPy's take: the indices' shape in the place of one axis."""
    axis %= x.dim()
    flat = torch.index_select(x, axis, indices.reshape(-1) % x.shape[axis])
    return flat.reshape(x.shape[:axis] + indices.shape + x.shape[axis + 1 :])


def scatter(x, indices, size, axis):
    rank = x.dim() - indices.dim()
    axis %= rank + 1
    shape = x.shape[:axis] + (size,) + x.shape[axis + indices.dim() :]
    flat = x.reshape(x.shape[:axis] + (-1,) + x.shape[axis + indices.dim() :])
    return torch.zeros(shape, dtype=x.dtype).index_add(axis, indices.reshape(-1) % size, flat)


def cases():
    draws = Draws(10)
    rows = []

    def indices(bound, *shape):
        """Some of them negative, counted from the end."""
        found = np.asarray(draws.indices(bound, *shape))
        return np.where(np.asarray(draws.truths(*shape)), found, found - bound)

    for shape, wanted, axis in (
        ((4,), (3,), 0),
        ((4, 3), (2, 5), 0),
        ((2, 4, 3), (3,), 1),
        ((2, 3), (2, 2), -1),
        ((4, 2), (), 0),
        ((3, 2), (0,), 0),
        ((1, 2), (3,), 0),
    ):
        rows.append(
            Case(
                "gather",
                [draws.normal(*shape), indices(shape[axis], *wanted)],
                {"axis": axis} if axis else {},
                lambda x, places: take(x, places, axis),
            )
        )
    rows.append(Case("gather", [draws.indices(9, 5), indices(5, 3)], None, lambda x, places: take(x, places, 0)))
    for shape, wanted, size, axis in (
        ((5,), (5,), 3, 0),
        ((2, 3, 4), (2, 3), 5, 0),
        ((2, 3, 4), (3,), 5, 1),
        ((2, 3), (3,), 2, -1),
        ((3,), (), 2, 0),
        ((6, 2), (6,), 1, 0),
        ((0, 3), (0,), 2, 0),
    ):
        rows.append(
            Case(
                "scatter_add",
                [draws.normal(*shape), indices(size, *wanted)],
                {"size": size, "axis": axis},
                lambda x, places: scatter(x, places, size, axis),
            )
        )
    for shape, count, axis in (((4,), 6, -1), ((3, 4), 2, -1), ((3, 4), 2, 0), ((2, 3, 2), 4, 1), ((3, 1), 2, 1)):
        wanted = list(shape)
        wanted[axis] = count
        options = {} if axis == -1 else {"axis": axis}
        rows.append(
            Case(
                "take_along",
                [draws.normal(*shape), indices(shape[axis], *wanted)],
                options,
                lambda x, places: torch.take_along_dim(x, places % x.shape[axis], axis),
            )
        )
        target = list(shape)
        rows.append(
            Case(
                "put_along",
                [draws.normal(*wanted), indices(shape[axis], *wanted)],
                {"size": shape[axis], **options},
                lambda x, places: torch.zeros(target, dtype=x.dtype).scatter_add(axis, places % target[axis], x),
            )
        )
    for shape, count in (((3,), 4), ((2, 2), 5), ((), 3), ((0,), 3)):
        places = np.asarray(draws.indices(count, *shape))
        rows.append(Case("one_hot", [places], {"count": count}, results=np.eye(count)[places]))
    return rows
