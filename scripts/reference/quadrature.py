# Nodes and weights of Gauss's quadrature rules.
import numpy as np
import scipy.special as special

from case import Case


def cases():
    rows = []
    for n in (1, 2, 3, 5, 10, 20, 40, 64):
        nodes, weights = np.polynomial.legendre.leggauss(n)
        rows.append(Case("gauss_legendre", [], {"n": n}, results=[nodes, weights], values_within=(1e-11, 0.0)))
        nodes, weights = special.roots_hermite(n)
        # The outer weights are tiny and still count: no allowance near zero for them.
        rows.append(Case("gauss_hermite", [], {"n": n}, results=[nodes, weights], values_within=(1e-10, 0.0)))
    nodes, weights = np.polynomial.hermite.hermgauss(30)
    rows.append(Case("gauss_hermite", [], {"n": 30}, results=[nodes, weights], values_within=(1e-10, 0.0)))
    return rows
