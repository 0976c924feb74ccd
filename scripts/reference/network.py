# What networks are made of: convolutions both ways, pooling, enlarging, normalisation, embeddings.
import torch
import torch.nn.functional as F

from case import Case, Draws

IMAGES = [
    # Images, filters, stride, padding (one, two or four numbers), dilation, groups.
    ((2, 3, 5, 4), (4, 3, 3, 2), 1, 0, 1, 1),
    ((1, 2, 5, 6), (2, 2, 2, 3), 2, (1, 2), 1, 1),
    ((1, 4, 4, 5), (4, 2, 2, 2), (1, 2), 0, 1, 2),
    ((1, 1, 6, 7), (2, 1, 2, 2), (2, 1), (1, 0, 2, 1), (2, 3), 1),
    ((2, 3, 3, 3), (3, 1, 2, 2), 1, 1, 1, 3),
    ((1, 2, 6, 6), (3, 2, 3, 3), 2, 1, 1, 1),
    ((1, 1, 1, 1), (1, 1, 1, 1), 1, 0, 1, 1),
    ((2, 2, 4, 4), (3, 2, 1, 1), 1, 0, 1, 1),
    ((1, 2, 7, 5), (2, 2, 3, 3), (3, 2), 2, 2, 1),
    ((1, 6, 3, 3), (6, 2, 3, 3), 1, 1, 1, 3),
]
PAINTED = [
    # As above, with output padding.
    ((2, 3, 3, 2), (3, 2, 2, 3), 1, 0, 1, 1, 0),
    ((1, 2, 3, 3), (2, 2, 3, 3), 2, 1, 1, 1, 0),
    ((1, 2, 3, 3), (2, 3, 3, 3), 2, 1, 1, 1, 1),
    ((1, 2, 2, 3), (2, 1, 3, 2), (2, 3), 0, 1, 2, (1, 2)),
    ((1, 4, 2, 2), (4, 2, 2, 2), 1, (1, 0), 2, 2, 0),
    ((1, 1, 3, 4), (1, 2, 4, 3), (3, 2), (1, 1), (1, 2), 1, (2, 1)),
]
SIGNALS = [
    ((2, 3, 5), (4, 3, 2), 1, 0, 1, 1),
    ((1, 2, 7), (2, 1, 3), 2, (2, 1), 2, 2),
    ((1, 1, 6), (2, 1, 3), 1, 1, 1, 1),
    ((2, 4, 8), (4, 2, 3), 3, 2, 1, 2),
]
PAINTED_SIGNALS = [
    ((2, 3, 3), (3, 2, 2), 1, 0, 1, 1, 0),
    ((1, 2, 3), (2, 1, 3), 2, 1, 1, 2, 1),
    ((1, 2, 4), (2, 2, 3), 3, 0, 2, 1, 2),
]


def options(stride, padding, dilation, groups, extra=0):
    given = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups, "output_padding": extra}
    standard = {"stride": 1, "padding": 0, "dilation": 1, "groups": 1, "output_padding": 0}
    return {name: value for name, value in given.items() if value != standard[name]}


def around(x, padding, axes, value=0.0):
    """Zeros around images or signals: rows first in our options, last axis first in torch's."""
    sides = padding if isinstance(padding, tuple) else (padding,)
    if len(sides) == 1:
        sides = sides * (2 * axes)
    elif len(sides) == axes and axes == 2:
        sides = (sides[0], sides[0], sides[1], sides[1])
    pairs = [sides[2 * axis : 2 * axis + 2] for axis in range(axes)]
    return F.pad(x, [side for pair in reversed(pairs) for side in pair], value=value)


def convolutions(draws):
    rows = []
    for axes, name, table, f in ((2, "conv2d", IMAGES, F.conv2d), (1, "conv1d", SIGNALS, F.conv1d)):
        for x, w, stride, padding, dilation, groups in table:
            rows.append(
                Case(
                    name,
                    [draws.normal(*x), draws.normal(*w)],
                    options(stride, padding, dilation, groups),
                    lambda x, w: f(around(x, padding, axes), w, stride=stride, dilation=dilation, groups=groups),
                )
            )
    for name, table, f in (
        ("conv2d_transposed", PAINTED, F.conv_transpose2d),
        ("conv1d_transposed", PAINTED_SIGNALS, F.conv_transpose1d),
    ):
        for x, w, stride, padding, dilation, groups, extra in table:
            rows.append(
                Case(
                    name,
                    [draws.normal(*x), draws.normal(*w)],
                    options(stride, padding, dilation, groups, extra),
                    lambda x, w: f(
                        x, w, stride=stride, padding=padding, output_padding=extra, dilation=dilation, groups=groups
                    ),
                )
            )
    for x, w, stride, padding, dilation, groups in IMAGES[:5]:

        def filters(x, g):
            # What results make of the filters: the derivative in them, which is linear in x and in g.
            start = torch.zeros(w, dtype=torch.float64, requires_grad=True)
            results = F.conv2d(around(x, padding, 2), start, stride=stride, dilation=dilation, groups=groups)
            return torch.autograd.grad(results, start, g, create_graph=True)[0]

        shape = F.conv2d(
            around(torch.zeros(x), padding, 2), torch.zeros(w), stride=stride, dilation=dilation, groups=groups
        ).shape
        rows.append(
            Case(
                "conv2d_filters",
                [draws.normal(*x), draws.normal(*shape)],
                {"size": w[2:], **options(stride, padding, dilation, groups)},
                filters,
            )
        )
    return rows


def pooling(draws):
    rows = []
    minus = float("-inf")
    for shape, size, stride, padding in (
        ((2, 2, 4, 6), 2, None, 0),
        ((1, 2, 5, 5), (3, 2), (1, 2), 1),
        ((1, 1, 4, 4), 3, 1, (2, 0, 0, 1)),
        ((1, 2, 7, 7), 3, 2, 1),
        ((1, 1, 5, 6), (2, 3), None, 0),
    ):
        given = (
            {"size": size} | ({} if stride is None else {"stride": stride}) | ({"padding": padding} if padding else {})
        )
        rows.append(
            Case(
                "max_pool2d",
                [draws.distinct(*shape)],
                given,
                lambda x: F.max_pool2d(around(x, padding, 2, minus), size, stride),
            )
        )
        rows.append(
            Case(
                "average_pool2d",
                [draws.normal(*shape)],
                given,
                lambda x: F.avg_pool2d(around(x, padding, 2), size, stride),
            )
        )
    rows.append(
        Case(
            "average_pool2d",
            [draws.normal(1, 1, 4, 4)],
            {"size": 2, "stride": 1, "padding": 1},
            lambda x: F.avg_pool2d(x, 2, 1, padding=1),
        )
    )
    for shape, size, stride, padding in (((2, 2, 6), 2, None, 0), ((1, 2, 5), 3, 2, (1, 0)), ((1, 1, 8), 3, 1, 1)):
        given = (
            {"size": size} | ({} if stride is None else {"stride": stride}) | ({"padding": padding} if padding else {})
        )
        rows.append(
            Case(
                "max_pool1d",
                [draws.distinct(*shape)],
                given,
                lambda x: F.max_pool1d(around(x, padding, 1, minus), size, stride),
            )
        )
        rows.append(
            Case(
                "average_pool1d",
                [draws.normal(*shape)],
                given,
                lambda x: F.avg_pool1d(around(x, padding, 1), size, stride),
            )
        )
    for shape, factor in (((2, 2, 2, 3), 2), ((1, 1, 2, 2), (3, 1)), ((1, 3, 2, 1), (1, 4))):
        rows.append(
            Case(
                "upsample2d",
                [draws.normal(*shape)],
                {"factor": factor},
                lambda x: F.interpolate(x, scale_factor=factor, mode="nearest"),
            )
        )
    return rows


def normalisation(draws):
    rows = []
    for shape, epsilon in (((4, 3), 1e-5), ((2, 3, 2, 2), 1e-5), ((5, 2, 3), 0.1)):
        given = {} if epsilon == 1e-5 else {"epsilon": epsilon}
        rows.append(
            Case(
                "batch_norm",
                [draws.normal(*shape), draws.normal(shape[1]), draws.normal(shape[1])],
                given,
                lambda x, scale, shift: F.batch_norm(x, None, None, scale, shift, training=True, eps=epsilon),
            )
        )
        rows.append(
            Case(
                "batch_norm",
                [draws.normal(*shape)],
                given,
                lambda x: F.batch_norm(x, None, None, training=True, eps=epsilon),
            )
        )
    rows.append(
        Case(
            "batch_norm",
            [draws.normal(3, 4), draws.normal(3), draws.normal(3)],
            {"axis": -1},
            lambda x, scale, shift: F.batch_norm(x.T, None, None, scale, shift, training=True).T,
        )
    )
    for shape, axes, epsilon in (((3, 4), 1, 1e-5), ((2, 3, 4), 1, 1e-5), ((2, 3, 2), 2, 1e-3), ((5,), 1, 1e-5)):
        sizes = shape[len(shape) - axes :]
        given = ({"axis": tuple(range(len(shape) - axes, len(shape)))} if axes > 1 else {}) | (
            {"epsilon": epsilon} if epsilon != 1e-5 else {}
        )
        rows.append(
            Case(
                "layer_norm",
                [draws.normal(*shape), draws.normal(*sizes), draws.normal(*sizes)],
                given,
                lambda x, scale, shift: F.layer_norm(x, sizes, scale, shift, epsilon),
            )
        )
        rows.append(Case("layer_norm", [draws.normal(*shape)], given, lambda x: F.layer_norm(x, sizes, eps=epsilon)))
    return rows


def cases():
    draws = Draws(9)
    rows = convolutions(draws) + pooling(draws) + normalisation(draws)
    for table, shape in (((5, 3), (4,)), ((5, 3), (2, 3)), ((2, 4), (6,)), ((5, 3), ())):
        indices = torch.as_tensor(draws.indices(table[0], *shape)).numpy()
        rows.append(
            Case("embedding", [draws.normal(*table), indices], None, lambda table, indices: F.embedding(indices, table))
        )
    return rows
