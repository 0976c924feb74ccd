# The activation functions of networks, on both sides of 0 and far out.
import numpy as np
import scipy.special as special
import torch
import torch.nn.functional as F

from case import Case, Draws

FAR = np.array(
    [
        -np.inf,
        -1e4,
        -746,
        -745,
        -700,
        -100,
        -40,
        -20,
        -5,
        -1,
        -1e-3,
        -1e-9,
        0,
        1e-9,
        1e-3,
        1,
        5,
        19,
        21,
        40,
        100,
        709,
        1e4,
        np.inf,
        np.nan,
    ]
)
SELU_ALPHA, SELU_SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946


def elu(x, alpha=1.0, scale=1.0):
    return scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def cases():
    draws = Draws(2)
    rows = []
    exact = [
        ("sigmoid", None, special.expit),
        ("softplus", None, lambda x: np.logaddexp(x, 0)),
        ("relu", None, lambda x: np.maximum(x, 0)),
        ("leaky_relu", None, lambda x: np.where(x > 0, x, 0.01 * x)),
        ("leaky_relu", {"slope": 0.2}, lambda x: np.where(x > 0, x, 0.2 * x)),
        ("elu", None, elu),
        ("elu", {"alpha": 0.5}, lambda x: elu(x, 0.5)),
        ("selu", None, lambda x: elu(x, SELU_ALPHA, SELU_SCALE)),
    ]
    for name, options, f in exact:
        rows.append(Case(name, [FAR], options, results=f(FAR), values_within=(1e-13, 0.0)))
        narrow = FAR.astype(np.float32)
        rows.append(
            Case(name, [narrow], options, results=f(narrow.astype(float)).astype(np.float32), values_within=(1e-6, 0.0))
        )
    # x · P(draw < x): its left tail is a difference of nearly equal numbers wherever it is made from erf, torch's too.
    finite = FAR[(np.abs(FAR) < 1e5)]
    rows.append(Case("gelu", [finite], results=finite * special.ndtr(finite), values_within=(1e-12, 1e-18)))
    slopes = np.concatenate([draws.normal(20), draws.uniform(-30, 30, 12), [0.0, -1e-6, 1e-6, -36.5, 36.5]])
    for name, options, f in [
        ("sigmoid", None, torch.sigmoid),
        ("softplus", None, lambda x: torch.logaddexp(x, torch.zeros_like(x))),
        ("relu", None, F.relu),
        ("leaky_relu", None, F.leaky_relu),
        ("leaky_relu", {"slope": 0.2}, lambda x: F.leaky_relu(x, 0.2)),
        ("elu", None, F.elu),
        ("elu", {"alpha": 0.5}, lambda x: F.elu(x, 0.5)),
        ("selu", None, F.selu),
        ("gelu", None, F.gelu),
    ]:
        within = {"values_within": (1e-11, 1e-15), "gradients_within": (1e-11, 1e-15)}
        rows.append(Case(name, [slopes], options, f, **within))
        rows.append(Case(name, [draws.normal(3, 4)], options, f, **within))
    rows.append(Case("softplus", [draws.uniform(-15, 15, 12)], None, F.softplus))
    rows.append(Case("relu", [np.arange(-3, 4)], results=np.maximum(np.arange(-3, 4), 0)))
    return rows
