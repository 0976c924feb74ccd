# Writes every family's file of reference values: one JSON object a line.
import pathlib
import sys
import warnings

import numpy
import torch

import activations
import arrangements
import comparisons
import elementwise
import indexing
import linear_algebra
import network
import optimizers
import order
import products
import quadrature
import reductions
import shapes

FAMILIES = [
    elementwise,
    activations,
    comparisons,
    shapes,
    arrangements,
    reductions,
    order,
    products,
    network,
    indexing,
    linear_algebra,
    quadrature,
    optimizers,
]


def main(folder):
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    # Values out of range are the point of many cases.
    numpy.seterr(all="ignore")
    warnings.filterwarnings("ignore")
    folder.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        cases = family.cases()
        path = folder / f"{family.__name__}.jsonl"
        path.write_text("".join(str(case) + "\n" for case in cases), encoding="utf-8")
        print(f"{path.name}: {len(cases)} cases, {path.stat().st_size} bytes")


main(pathlib.Path(sys.argv[1]))
