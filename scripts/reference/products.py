# Products of matrices and vectors, and sums of products told by labels.
import numpy as np
import torch

from case import Case, Draws

MATRICES = [
    ((2, 3), (3, 4)),
    ((3,), (3,)),
    ((3,), (3, 4)),
    ((2, 3), (3,)),
    ((5, 2, 3), (5, 3, 4)),
    ((5, 2, 3), (3, 4)),
    ((2, 3), (5, 3, 4)),
    ((2, 1, 2, 3), (4, 3, 2)),
    ((4, 2, 3), (3,)),
    ((3,), (4, 3, 2)),
    ((1, 1), (1, 1)),
    ((2, 0), (0, 3)),
    ((0, 2), (2, 3)),
    ((9, 5), (5, 11)),
    ((1, 7), (7, 1)),
]

TEXTS = [
    ("ij,jk->ik", (2, 3), (3, 4)),
    ("ij,jk->ki", (2, 3), (3, 4)),
    ("ij,jk", (2, 3), (3, 4)),
    ("ba", (2, 3)),
    ("ij->", (2, 3)),
    ("ij->j", (2, 3)),
    ("ii", (3, 3)),
    ("ii->i", (3, 3)),
    ("iji->j", (3, 2, 3)),
    ("iii->i", (2, 2, 2)),
    ("i,i->", (4,), (4,)),
    ("i,j->ij", (2,), (3,)),
    ("i,i->i", (4,), (4,)),
    ("bij,bjk->bik", (2, 3, 2), (2, 2, 3)),
    ("bij,kj->ibk", (2, 3, 2), (4, 2)),
    ("bhqd,bhkd->bhqk", (2, 2, 3, 2), (2, 2, 2, 2)),
    ("abcd,cdef->abef", (2, 1, 2, 3), (2, 3, 2, 2)),
    ("ij,jk,kl->il", (2, 3), (3, 2), (2, 4)),
    ("i,ij,j->", (2,), (2, 3), (3,)),
    ("ij,kl->k", (2, 2), (3, 2)),
    ("ij,ij->ij", (2, 3), (2, 3)),
    ("ij,ij->", (2, 3), (2, 3)),
    ("ijk,ilm,njm,nlk,abc->", (2, 2, 2), (2, 2, 2), (2, 2, 2), (2, 2, 2), (2, 1, 2)),
    ("ii,ij->j", (3, 3), (3, 2)),
    ("bn,anm,bm->ba", (2, 3), (4, 3, 2), (2, 2)),
    ("ba,bc->ac", (3, 2), (3, 4)),
]


def cases():
    draws = Draws(8)
    rows = []
    for a, b in MATRICES:
        rows.append(Case("matmul", [draws.normal(*a), draws.normal(*b)], None, torch.matmul))
    whole, other = draws.indices(5, 2, 3), draws.indices(5, 3, 2)
    rows.append(Case("matmul", [whole, other], results=(whole @ other).astype(float)))
    single = draws.normal(4, 20).astype(np.float32), draws.normal(20, 3).astype(np.float32)
    rows.append(
        Case(
            "matmul",
            list(single),
            results=(single[0].astype(float) @ single[1]).astype(np.float32),
            values_within=(1e-6, 1e-6),
        )
    )
    for a, b in (((4,), (4,)), ((3, 4), (3, 4)), ((3, 4), (4,)), ((2, 1, 3), (2, 3)), ((0,), (0,))):
        rows.append(Case("dot", [draws.normal(*a), draws.normal(*b)], None, lambda a, b: (a * b).sum(-1)))
    for a, b in (((3,), (4,)), ((2, 3), (2,)), ((), (3,)), ((1,), (2, 2))):
        rows.append(
            Case(
                "outer",
                [draws.normal(*a), draws.normal(*b)],
                None,
                lambda a, b: a.reshape(a.shape + (1,) * b.dim()) * b,
            )
        )
    for text, *shapes in TEXTS:
        rows.append(
            Case(
                "einsum",
                [[draws.normal(*shape) for shape in shapes]],
                {"text": text},
                lambda xs: torch.einsum(text, *xs),
            )
        )
    rows.append(
        Case(
            "einsum",
            [[draws.normal(2, 3), draws.normal(3, 2)]],
            {"text": "Ba,aB->B"},
            lambda xs: torch.einsum("Ba,aB->B", *xs),
        )
    )
    return rows
