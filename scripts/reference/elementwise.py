# Arithmetic, elementary and special functions and their slopes: wide ranges, tails, subnormals, infinities and NaN.
import numpy as np
import scipy.special as special
import torch

from case import Case, Draws, weights

INF, NAN = np.inf, np.nan
EDGES = [0.0, -0.0, 5e-324, -5e-324, 2.5e-310, 2.2250738585072014e-308, 1.7976931348623157e308, INF, -INF, NAN]
# Roundings of a few last places; no allowance near zero, so that tails count.
EXACT = (0.0, 0.0)
CLOSE = (1e-14, 0.0)
SPECIAL = (1e-13, 0.0)
SINGLE = (5e-7, 0.0)


def wide(draws, low, high, count=16, signs=True):
    """Numbers of all sizes between two powers of ten."""
    sizes = 10.0 ** draws.generator.uniform(low, high, count)
    values = [float(f"{size:.4g}") for size in sizes]
    return [value * (-1) ** (place if signs else 0) for place, value in enumerate(values)]


def near(*centres):
    """Numbers on both sides of some others, from far to as close as they come."""
    return [centre + side * gap for centre in centres for gap in (0.25, 1e-3, 1e-8, 1e-15) for side in (-1, 1)]


def functions(draws):
    """Name, NumPy's or SciPy's function, torch's, numbers to try, numbers at which slopes are compared."""
    everywhere = EDGES + wide(draws, -300, 300) + wide(draws, -3, 2)
    moderate = wide(draws, -6, 1.5, 12)
    angles = (
        EDGES[:6]
        + [INF, -INF, NAN, 1e22, -3.3e18, 6381956970095103 * 2.0**797]
        + wide(draws, -8, 6, 20)
        + near(np.pi / 2, np.pi, 1e5 * np.pi)
    )
    unit = (
        [0.0, -0.0, 1.0, -1.0, 1.5, -1.5, INF, -INF, NAN, 5e-324, 0.5, -0.5]
        + wide(draws, -300, -1, 8)
        + wide(draws, -1, 0, 12)
        + [1 - 1e-8, -1 + 1e-8, 1 - 2.0**-53, -1 + 2.0**-53]
    )
    inner = [x for x in wide(draws, -4, -0.02, 14)]
    growth = (
        EDGES
        + wide(draws, -300, -5, 8)
        + wide(draws, -5, 2.8, 20)
        + [
            709.0,
            709.782712893384,
            709.79,
            710.4,
            710.5,
            1e4,
            -708.0,
            -708.5,
            -744.0,
            -745.0,
            -745.2,
            -746.0,
            -36.7,
            -37.5,
        ]
    )
    positive = [0.0, 5e-324, 2.5e-310, INF, NAN, -1.0, -INF, 1.0] + wide(draws, -320, 308, 16, False) + near(1.0)
    above = (
        [1.0, 1 + 2.0**-52, 1 + 1e-10, 1.001, 0.5, -2.0, INF, NAN]
        + wide(draws, 0, 300, 10, False)
        + wide(draws, 0, 1.5, 10, False)
    )
    return [
        ("negate", np.negative, torch.neg, everywhere, moderate, EXACT),
        ("abs", np.abs, torch.abs, everywhere, moderate + [0.0], EXACT),
        ("sign", np.sign, None, everywhere, None, EXACT),
        ("square", np.square, torch.square, everywhere, moderate, CLOSE),
        ("reciprocal", np.reciprocal, torch.reciprocal, everywhere, moderate, CLOSE),
        ("floor", np.floor, None, everywhere + [1.5, -1.5, 4503599627370495.5, 1e18], None, EXACT),
        ("ceil", np.ceil, None, everywhere + [1.5, -1.5, 4503599627370495.5, 1e18], None, EXACT),
        (
            "round",
            np.round,
            None,
            everywhere + [0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 4503599627370497.5],
            None,
            EXACT,
        ),
        ("exp", np.exp, torch.exp, growth, moderate, CLOSE),
        ("expm1", np.expm1, torch.expm1, growth, moderate, CLOSE),
        ("log", np.log, torch.log, positive, [abs(x) for x in moderate], CLOSE),
        (
            "log1p",
            np.log1p,
            torch.log1p,
            [x - 1 for x in near(0.3, 1.0)] + [-1.0, -2.0] + everywhere,
            [abs(x) for x in moderate] + [-0.9, -0.3],
            CLOSE,
        ),
        ("sqrt", np.sqrt, torch.sqrt, positive + [-0.0], [abs(x) for x in moderate], CLOSE),
        ("sin", np.sin, torch.sin, angles, moderate, SPECIAL),
        ("cos", np.cos, torch.cos, angles, moderate, SPECIAL),
        ("tan", np.tan, torch.tan, angles, inner, SPECIAL),
        ("asin", np.arcsin, torch.asin, unit, inner, CLOSE),
        ("acos", np.arccos, torch.acos, unit, inner, CLOSE),
        ("atan", np.arctan, torch.atan, everywhere, moderate, CLOSE),
        ("sinh", np.sinh, torch.sinh, growth, moderate, CLOSE),
        ("cosh", np.cosh, torch.cosh, growth, moderate, CLOSE),
        ("tanh", np.tanh, torch.tanh, growth, [x for x in moderate if abs(x) < 5], CLOSE),
        ("asinh", np.arcsinh, torch.asinh, everywhere, moderate, CLOSE),
        ("acosh", np.arccosh, torch.acosh, above, [1.5, 2.0, 7.3, 40.0, 1e6], CLOSE),
        ("atanh", np.arctanh, torch.atanh, unit, inner, CLOSE),
        ("erf", special.erf, torch.erf, growth + wide(draws, -1, 0.8, 14), [x for x in moderate if abs(x) < 4], CLOSE),
    ]


def single(values):
    with np.errstate(all="ignore"):
        return np.unique(np.array([x for x in values if not np.isnan(x)], np.float32))


def unary(name, exact, torch_function, values, slopes, within):
    values = np.array(values)
    cases = [Case(name, [values], results=exact(values), values_within=within)]
    narrow = single(values)
    # The value of the float32 number itself, rounded once: kernels are held to that, not to another float32 library.
    cases.append(
        Case(
            name,
            [narrow],
            results=exact(narrow.astype(np.float64)).astype(np.float32),
            values_within=EXACT if within == EXACT else SINGLE,
        )
    )
    if slopes is not None:
        cases.append(
            Case(name, [np.array(slopes)], None, torch_function, values_within=SPECIAL, gradients_within=(1e-11, 0.0))
        )
    return cases


def gammas(draws):
    """Functions around the gamma function; SciPy judges their slopes too, torch being less exact there."""
    positive = wide(draws, -300, 10, 16, False) + [0.5, 1.3, 1.8, 2.6, 3.0, 5.0, 10.5, 171.6, 1e15, 1e100]
    negative = [-0.3, -0.9, -1.4, -2.5, -3.2, -7.75, -20.3, -33.3, -1e-8, -1e-300]
    # Close to a zero the relative error means little.
    zeros = [1.0, 1 + 1e-9, 1 - 1e-7, 2.0, 2 + 1e-9, 2 - 1e-7, 1.4616321449683623, 1.46163, 1.462]
    cases = []
    within = (1e-13, 0.0)
    for name, f, slope in (
        ("lgamma", special.gammaln, special.psi),
        ("digamma", special.psi, lambda x: special.polygamma(1, x)),
    ):
        poles = [0.0, -1.0, -2.0, -30.0] if name == "lgamma" else [0.0, -0.0]
        for values, tolerance in (
            (np.array(positive + poles + [INF, NAN]), within),
            (np.array(negative), (1e-11, 0.0)),
            (np.array(zeros), (1e-12, 1e-14)),
        ):
            cases.append(Case(name, [values], results=f(values), values_within=tolerance))
        values = np.array([x for x in positive if 1e-3 < x < 200] + negative[:8] + [0.02, 0.31, 60.2])
        cases.append(
            Case(
                name,
                [values],
                results=f(values),
                slopes=[slope(values) * weights(values.size)],
                values_within=(1e-11, 1e-14),
                gradients_within=(1e-10, 1e-14),
            )
        )
        narrow = single([x for x in positive if x > 1e-37])
        cases.append(
            Case(name, [narrow], results=f(narrow.astype(np.float64)).astype(np.float32), values_within=SINGLE)
        )
    for order in (1, 2, 3, 5):
        values = np.array([0.01, 0.2, 0.7, 1.0, 1.5, 2.0, 4.3, 9.9, 12.0, 25.5, 100.0, 1e4, 1e8])
        result = special.polygamma(order, values)
        slope = special.polygamma(order + 1, values) * weights(values.size)
        cases.append(Case("polygamma", [np.float64(order), values], results=result, values_within=(1e-12, 0.0)))
        cases.append(
            Case(
                "polygamma",
                [np.array(order), values],
                results=result,
                slopes=[None, slope],
                values_within=(1e-12, 0.0),
                gradients_within=(1e-11, 0.0),
            )
        )
    negative = np.array([-0.4, -1.5, -2.25, -6.7])
    cases.append(
        Case("polygamma", [np.float64(1), negative], results=special.polygamma(1, negative), values_within=(1e-11, 0.0))
    )
    orders = np.array([[1.0], [2.0], [4.0]])
    values = np.array([0.5, 2.0, 30.0])
    cases.append(
        Case("polygamma", [orders, values], results=special.polygamma(orders, values), values_within=(1e-12, 0.0))
    )
    return cases


BINARY = [
    ("add", np.add, torch.add),
    ("subtract", np.subtract, torch.sub),
    ("multiply", np.multiply, torch.mul),
    ("divide", np.divide, torch.div),
    ("maximum", np.maximum, torch.maximum),
    ("minimum", np.minimum, torch.minimum),
    ("power", np.power, torch.pow),
    ("mod", np.mod, torch.remainder),
    ("atan2", np.arctan2, torch.atan2),
]


def binary(draws):
    edges = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 3.0, 5e-324, 1e200, -1e200, INF, -INF, NAN]
    cases = []
    for name, exact, function in BINARY:
        first, second = np.meshgrid(edges, edges, indexing="ij")
        if name == "mod":
            # What is left of an infinity, or after an infinite step, is a matter of taste.
            fine = np.isfinite(first) & np.isfinite(second) & (np.abs(first) < 1e100) & (np.abs(second) > 1e-100)
            first, second = first[fine], second[fine]
        first, second = first.reshape(-1), second.reshape(-1)
        within = EXACT if name in ("maximum", "minimum") else CLOSE
        cases.append(Case(name, [first, second], results=exact(first, second), values_within=within))
        positive = name == "power"
        apart = name in ("divide", "mod")
        for a, b in (((3, 4), (3, 4)), ((3, 4), (4,)), ((2, 1, 3), (4, 1)), ((3,), ()), ((), (2, 2)), ((1, 3), (0, 3))):
            x = draws.uniform(0.2, 3, *a) if positive else draws.normal(*a)
            y = draws.uniform(0.5, 2, *b) * np.sign(draws.generator.standard_normal()) if apart else draws.normal(*b)
            cases.append(Case(name, [x, y], None, function, values_within=SPECIAL, gradients_within=(1e-11, 1e-14)))
        whole, other = draws.generator.integers(-9, 10, (3, 4)), draws.generator.integers(1, 7, (4,))
        if name not in ("power", "divide", "atan2"):
            cases.append(Case(name, [whole, other], results=exact(whole, other)))
        else:
            cases.append(Case(name, [whole, other], results=exact(whole.astype(float), other.astype(float))))
        x, y = draws.uniform(0.2, 3, 12).astype(np.float32), draws.normal(12).astype(np.float32)
        cases.append(
            Case(
                name,
                [x, y],
                results=exact(x.astype(float), y.astype(float)).astype(np.float32),
                values_within=(1e-6, 1e-6),
            )
        )
    wide_pairs = np.array(wide(draws, -150, 150, 20)), np.array(wide(draws, -150, 150, 20)[::-1])
    for name, exact, _ in BINARY:
        if name not in ("power", "mod"):
            cases.append(Case(name, list(wide_pairs), results=exact(*wide_pairs), values_within=CLOSE))
    bases, exponents = np.array(wide(draws, -300, 300, 16, False)), draws.uniform(-1, 1, 16)
    cases.append(Case("power", [bases, exponents], results=np.power(bases, exponents), values_within=(1e-13, 0.0)))
    base, exponent = np.array([-2.0, -1.5, 0.0, 0.0, 0.0, 3.0, -0.5]), np.array([2.0, 3.0, 1.0, 2.0, 3.0, 0.0, -2.0])
    slope = exponent * np.power(np.where(base == 0, 0.0, base), np.where(exponent == 0, 0, exponent - 1)) * weights(7)
    cases.append(Case("power", [base, exponent.astype(int)], results=np.power(base, exponent), slopes=[slope, None]))
    cases.append(Case("power", [draws.normal(6), np.array(2)], None, torch.pow))
    close_to_one = np.array([1 + 1e-10, 1 - 1e-12, 1 + 1e-7]), np.array([1e10, 3e12, 1e9])
    cases.append(Case("power", list(close_to_one), results=np.power(*close_to_one), values_within=(1e-12, 0.0)))
    return cases


def clamps(draws):
    x = np.array([-3.0, -1.0, -0.5, 0.0, 0.7, 1.0, 2.0])
    edges = np.array([-INF, INF, NAN, 5e-324])
    return [
        Case("clamp", [x, np.float64(-1), np.float64(1)], results=np.clip(x, -1, 1)),
        Case("clamp", [edges, np.float64(-1), np.float64(1)], results=np.clip(edges, -1, 1)),
        Case("clamp", [draws.distinct(3, 4), np.float64(-0.55), np.float64(0.6)], None, torch.clamp),
        Case("clamp", [draws.normal(2, 3), draws.normal(3) - 2, np.full((2, 1), 0.513)], None, torch.clamp),
        Case("clamp", [np.arange(-4, 5), np.array(-2), np.array(3)], results=np.clip(np.arange(-4, 5), -2, 3)),
    ]


def cases():
    draws = Draws(1)
    rows = [case for row in functions(draws) for case in unary(*row)]
    whole = np.arange(-3, 4)
    rows += [
        Case(name, [whole], results=f(whole))
        for name, f in (("negate", np.negative), ("abs", np.abs), ("sign", np.sign), ("square", np.square))
    ]
    return rows + gammas(draws) + binary(draws) + clamps(draws)
