# Tensors from nothing, the same elements under other shapes, parts of tensors and their adjoints.
import numpy as np
import torch

from case import Case, Draws


def strided_slice(starts, sizes, steps):
    return tuple(slice(a, a + (n - 1) * s + 1 if n else a, s) for a, n, s in zip(starts, sizes, steps))


def cases():
    draws = Draws(4)
    rows = []

    def add(name, x, options, f):
        rows.append(Case(name, [x], options, f))

    for shape in ((2, 3), (), (0, 2)):
        rows.append(Case("zeros", [], {"shape": shape}, results=np.zeros(shape)))
        rows.append(Case("ones", [], {"shape": shape}, results=np.ones(shape)))
        rows.append(Case("full", [np.float64(2.5)], {"shape": shape}, lambda v: v.expand(shape)))
    for count, start, step in ((5, 0, 1), (0, 0, 1), (4, -1.0, 0.5), (3, 2.0, -0.25)):
        options = {"count": count, "start": start, "step": step}
        rows.append(Case("arange", [], options, results=start + step * np.arange(count, dtype=float)))
    for low, high, count in ((0.0, 1.0, 5), (-2.5, 3.0, 7), (1.0, -1.0, 2), (4.0, 9.0, 1)):
        result = np.linspace(low, high, count)
        rows.append(Case("linspace", [np.float64(low), np.float64(high)], {"count": count}, results=result))
    for n in (0, 1, 3):
        rows.append(Case("eye", [], {"n": n}, results=np.eye(n)))
    add("stop_gradient", draws.normal(3), None, lambda x: x.detach())

    add("reshape", draws.normal(2, 6), {"shape": (3, 4)}, lambda x: x.reshape(3, 4))
    add("reshape", draws.normal(2, 6), {"shape": (-1, 2, 2)}, lambda x: x.reshape(-1, 2, 2))
    add("reshape", draws.normal(1), {"shape": ()}, lambda x: x.reshape(()))
    add("reshape", draws.normal(0, 3), {"shape": (3, 0, 2)}, lambda x: x.reshape(3, 0, 2))
    add("broadcast", draws.normal(3), {"shape": (2, 3)}, lambda x: x.expand(2, 3))
    add("broadcast", draws.normal(2, 1), {"shape": (4, 2, 3)}, lambda x: x.expand(4, 2, 3))
    add("broadcast", draws.normal(), {"shape": (2, 2)}, lambda x: x.expand(2, 2))
    for order in ((2, 0, 1), (1, 0, 2), (-1, 0, 1)):
        add("permute", draws.normal(2, 3, 4), {"order": order}, lambda x: x.permute(order))
    add("transpose", draws.normal(3, 4), None, lambda x: x.T)
    add("transpose", draws.normal(2, 3, 4), {"first": 0, "second": 2}, lambda x: x.transpose(0, 2))
    for axis in (0, 1, -1):
        add("expand", draws.normal(2, 3), {"axis": axis}, lambda x: x.unsqueeze(axis))
    add("squeeze", draws.normal(2, 1, 3, 1), None, torch.squeeze)
    add("squeeze", draws.normal(2, 1, 3, 1), {"axis": 1}, lambda x: x.squeeze(1))
    add("squeeze", draws.normal(1, 2, 1), {"axis": (0, 2)}, lambda x: x.squeeze((0, 2)))
    add("flip", draws.normal(2, 3), None, lambda x: x.flip(0, 1))
    add("flip", draws.normal(2, 3, 2), {"axis": (0, -1)}, lambda x: x.flip(0, 2))
    add("flatten", draws.normal(2, 3, 2), None, torch.flatten)
    add("flatten", draws.normal(2, 3, 2), {"from": 1}, lambda x: x.flatten(1))
    add("flatten", draws.normal(2, 3, 2), {"from": -2}, lambda x: x.flatten(-2))
    for start, end in ((0, -1), (2, 0), (-2, 2)):
        add("move_axis", draws.normal(2, 3, 4), {"from": start, "to": end}, lambda x: x.movedim(start, end))

    for shape, starts, sizes, steps in (
        ((4, 5), (1, 0), (2, 5), (1, 1)),
        ((7,), (1,), (3,), (2,)),
        ((3, 6), (0, 2), (3, 2), (1, 3)),
    ):
        options = {"starts": starts, "sizes": sizes}
        if any(step != 1 for step in steps):
            options["steps"] = steps
        where = strided_slice(starts, sizes, steps)
        add("slice", draws.normal(*shape), options, lambda x: x[where])
        placed = {"shape": shape, "starts": starts}
        if "steps" in options:
            placed["steps"] = steps

        def place(x):
            result = torch.zeros(shape, dtype=torch.float64)
            result[where] = x
            return result

        add("place", draws.normal(*sizes), placed, place)
    for shape, shift, first, second in (
        ((3, 4), 0, -2, -1),
        ((2, 3, 3), 1, -2, -1),
        ((4, 3), -2, -2, -1),
        ((3, 2, 3), 1, 0, 2),
        ((3, 2, 4), -1, 2, 0),
    ):
        options = {"shift": shift, "first": first, "second": second}
        add("diagonal", draws.normal(*shape), options, lambda x: x.diagonal(shift, first, second))
    for shape, shift in (((3,), 0), ((2, 3), 1), ((2,), -2)):
        add("diagonal_matrix", draws.normal(*shape), {"shift": shift}, lambda x: torch.diag_embed(x, shift))

    for shape, size, step, dilation, axis in (
        ((7,), 3, 1, 1, -1),
        ((2, 8), 3, 2, 1, 1),
        ((2, 9, 2), 3, 2, 2, 1),
        ((6, 2), 2, 3, 3, 0),
    ):
        options = {"size": size, "step": step, "dilation": dilation, "axis": axis}

        def windows(x):
            return x.unfold(axis, (size - 1) * dilation + 1, step)[..., ::dilation]

        add("windows", draws.normal(*shape), options, windows)

        def fold(x):
            # The adjoint of `windows`, as its derivative: that derivative is linear in x.
            start = torch.zeros(shape, dtype=torch.float64, requires_grad=True)
            return torch.autograd.grad(windows(start), start, x, create_graph=True)[0]

        folded = windows(torch.zeros(shape)).shape
        options = {"length": shape[axis], "step": step, "dilation": dilation, "axis": axis}
        add("fold", draws.normal(*folded), options, fold)
    return rows
