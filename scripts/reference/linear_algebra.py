# Systems of equations, inverses, determinants, and matrices taken apart.
import numpy as np
import scipy.linalg
import torch

from case import Case, Draws


def signed_qr(a):
    """Q and R with a diagonal of R that is not negative, as one choice among many."""
    q, r = torch.linalg.qr(a)
    signs = torch.where(torch.diagonal(r, dim1=-2, dim2=-1) < 0, -1.0, 1.0)
    return q * signs[..., None, :], r * signs[..., :, None]


def symmetric(a):
    # A symmetric matrix moves as a whole: both halves share the derivative.
    return (a + a.mT) / 2


def svd(a):
    return torch.linalg.svd(a, full_matrices=False)


def systems(draws):
    rows = []
    definite = draws.positive_definite
    for a, b in (
        (definite(3, 3), draws.normal(3)),
        (draws.normal(3, 3) + 2 * np.eye(3), draws.normal(3, 2)),
        (definite(2, 3, 3), draws.normal(3, 2)),
        (definite(3, 3), draws.normal(2, 3, 1)),
        (definite(2, 1, 2, 2), draws.normal(3, 2, 2)),
        (draws.uniform(1, 2, 1, 1), draws.normal(1)),
        (np.array([[0.0, 2], [3, 1]]), draws.normal(2)),
        (draws.normal(8, 8) + 3 * np.eye(8), draws.normal(8, 3)),
    ):
        rows.append(
            Case(
                "solve",
                [a, b],
                None,
                (lambda a, b: torch.linalg.solve(a, b[..., None])[..., 0]) if b.ndim == 1 else torch.linalg.solve,
            )
        )
    for a, b, lower, transposed in (
        (definite(3, 3), draws.normal(3, 2), True, False),
        (definite(3, 3), draws.normal(3, 2), False, False),
        (definite(2, 3, 3), draws.normal(3, 1), True, True),
        (definite(2, 2), draws.normal(3, 2, 1), False, True),
        (definite(4, 4), draws.normal(4), True, False),
    ):

        def triangular(a, b):
            half = a.tril() if lower else a.triu()
            columns = b[..., None] if b.dim() == 1 else b
            result = torch.linalg.solve_triangular(half.mT if transposed else half, columns, upper=lower == transposed)
            return result[..., 0] if b.dim() == 1 else result

        options = ({} if lower else {"lower": False}) | ({"transposed": True} if transposed else {})
        rows.append(Case("triangular_solve", [a, b], options, triangular))
    # Badly conditioned, yet far from singular: what is left of the digits must be right.
    hilbert = scipy.linalg.hilbert(5)
    rows.append(
        Case(
            "solve",
            [hilbert, np.ones(5)],
            None,
            lambda a, b: torch.linalg.solve(a, b),
            gradients=False,
            values_within=(1e-9, 0.0),
        )
    )
    return rows


def squares(draws):
    rows = []
    definite = draws.positive_definite
    regular = [
        definite(3, 3),
        definite(2, 2, 2),
        draws.uniform(1, 2, 1, 1),
        np.array([[0.0, 2], [3, 1]]),
        draws.normal(5, 5) + 2 * np.eye(5),
    ]
    for a in regular:
        rows.append(Case("inverse", [a], None, torch.linalg.inv))
        rows.append(Case("log_determinant", [a], None, lambda a: torch.linalg.slogdet(a).logabsdet))
    rows.append(Case("log_determinant", [np.array([[1.0, 2], [2, 4]])], results=np.float64(-np.inf)))
    rows.append(Case("log_determinant", [1e-200 * np.eye(4)], results=np.float64(4 * np.log(1e-200))))
    # torch finds no derivative where the determinant is exactly 0; there is one, the cofactors.
    singular, cofactors = np.array([[1.0, 2], [2, 4]]), np.array([[4.0, -2], [-2, 1]])
    rows.append(Case("determinant", [singular], results=np.float64(0), slopes=[np.cos(1) * cofactors]))
    for a in regular + [draws.normal(4, 4)]:
        rows.append(Case("determinant", [a], None, torch.linalg.det, values_within=(1e-9, 1e-14)))
    for shape in ((3, 3), (2, 4, 4), (1, 1)):
        rows.append(Case("trace", [draws.normal(*shape)], None, lambda a: a.diagonal(0, -2, -1).sum(-1)))
    for a in (definite(3, 3), definite(2, 4, 4), draws.uniform(1, 2, 1, 1), definite(6, 6)):
        rows.append(Case("cholesky", [a], None, lambda a: torch.linalg.cholesky(symmetric(a))))
    return rows


def decompositions(draws):
    rows = []
    for shape in ((3, 3), (4, 2), (2, 3, 2), (1, 1), (3, 1), (6, 4), (2, 4), (1, 3)):
        rows.append(Case("qr", [draws.normal(*shape)], None, signed_qr))
    for shape in ((3, 3), (2, 4, 4), (1, 1), (6, 6)):
        a = draws.positive_definite(*shape)
        rows.append(Case("eigh", [a], None, lambda a: torch.linalg.eigh(symmetric(a)), squares=True, signs="eigh"))
    whole = draws.normal(4, 4)
    whole = np.round(whole + whole.T, 3)
    rows.append(Case("eigh", [whole], None, lambda a: torch.linalg.eigh(symmetric(a)), squares=True, signs="eigh"))
    for shape in ((3, 3), (4, 2), (2, 4), (2, 3, 2), (1, 1), (5, 3), (1, 3)):
        rows.append(Case("svd", [draws.normal(*shape)], None, svd, squares=True, signs="svd"))
    single = draws.normal(4, 3).astype(np.float32)
    values = np.linalg.svd(single.astype(float), full_matrices=False)
    rows.append(
        Case("svd", [single], results=[x.astype(np.float32) for x in values], signs="svd", values_within=(1e-5, 1e-6))
    )
    return rows


def cases():
    draws = Draws(11)
    return systems(draws) + squares(draws) + decompositions(draws)
