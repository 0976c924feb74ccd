# One case: an operator's inputs and options, what an independent library makes of them, and the derivatives it finds.
import json
import math

import numpy as np
import torch

# What is not named is float64.
DTYPES = {"float32": "float32", "int64": "int", "bool": "bool"}


class Draws:
    """Inputs that are the same in every run, with few digits so that the files stay small."""

    def __init__(self, seed):
        self.generator = np.random.default_rng(seed)

    def normal(self, *shape):
        return np.round(self.generator.standard_normal(shape), 3)

    def uniform(self, low, high, *shape):
        return np.round(self.generator.uniform(low, high, shape), 3)

    def distinct(self, *shape):
        """Values of which no two are equal, in random order."""
        count = math.prod(shape)
        return (np.round(self.generator.permutation(count) * 0.17 - 0.085 * count, 3)).reshape(shape)

    def indices(self, bound, *shape):
        return self.generator.integers(0, bound, shape)

    def truths(self, *shape):
        return self.generator.integers(0, 2, shape) == 1

    def positive_definite(self, *shape):
        """Symmetric matrices whose eigenvalues are positive and apart."""
        root = self.normal(*shape)
        product = root @ np.swapaxes(root, -1, -2) + np.diag(1 + 0.7 * np.arange(shape[-1]))
        product = np.round(product, 3)
        return (product + np.swapaxes(product, -1, -2)) / 2


class Case:
    """One line of a reference file.

    `function` takes and gives torch tensors; `results` are the values where NumPy or SciPy is the better judge, and
    `slopes` the gradients where torch is not. `squares` takes the gradient of the weighted sum of the results' squares,
    which the signs of eigenvectors do not move.
    """

    def __init__(
        self,
        operator,
        inputs=(),
        options=None,
        function=None,
        *,
        results=None,
        gradients=True,
        squares=False,
        slopes=None,
        signs=None,
        values_within=None,
        gradients_within=None
    ):
        self.operator = operator
        self.inputs = [[np.asarray(x) for x in one] if isinstance(one, list) else np.asarray(one) for one in inputs]
        self.fields = {"op": operator, "inputs": [encode(x) for x in self.inputs]}
        if options:
            self.fields["options"] = {name: option(value) for name, value in options.items()}
        found = None
        leaves = None
        if function is not None:
            leaves = [[leaf(x) for x in one] if isinstance(one, list) else leaf(one) for one in self.inputs]
            found = function(*leaves)
            found = list(found) if isinstance(found, (tuple, list)) else [found]
        if results is None:
            results = [x.detach().numpy() for x in found]
        elif not isinstance(results, (tuple, list)):
            results = [results]
        self.fields["results"] = [encode(np.asarray(x)) for x in results]
        if slopes is not None:
            self.fields["gradients"] = [None if x is None else numbers(np.asarray(x)) for x in slopes]
        elif found is not None and gradients and any(x.requires_grad for x in found):
            self.fields["gradients"] = derivatives(found, leaves, squares)
        if squares:
            self.fields["squares"] = True
        if signs:
            self.fields["signs"] = signs
        if values_within:
            self.fields["within"] = list(values_within)
        if gradients_within:
            self.fields["gradientsWithin"] = list(gradients_within)

    def __str__(self):
        return json.dumps(self.fields, separators=(",", ":"), allow_nan=False)


def weights(count, start=0):
    return np.cos(1.0 + np.arange(start, start + count))


def derivatives(results, leaves, squares):
    """What the weighted sum of all floating results makes of every input; None for inputs of whole numbers."""
    outputs, cotangents = [], []
    start = 0
    for result in results:
        if not result.dtype.is_floating_point:
            continue
        if result.requires_grad:
            outputs.append(result * result if squares else result)
            cotangents.append(torch.as_tensor(weights(result.numel(), start)).reshape(result.shape))
        start += result.numel()
    flat = [x for one in leaves for x in (one if isinstance(one, list) else [one])]
    wanted = [x for x in flat if x.requires_grad]
    found = dict(zip(map(id, wanted), torch.autograd.grad(outputs, wanted, cotangents, allow_unused=True)))
    gradients = []
    for x in flat:
        if not x.requires_grad:
            gradients.append(None)
            continue
        gradient = found[id(x)]
        gradients.append(numbers(torch.zeros_like(x).detach() if gradient is None else gradient))
    return gradients


def leaf(x):
    tensor = torch.tensor(x)
    return tensor.requires_grad_() if tensor.dtype == torch.float64 else tensor


def encode(x):
    if isinstance(x, list):
        return [encode(one) for one in x]
    dtype = {} if x.dtype == np.float64 else {"dtype": DTYPES[str(x.dtype)]}
    return {"shape": list(x.shape), **dtype, "values": numbers(x)}


def numbers(x):
    """Every element with as many digits as it takes to read the same number back."""
    x = np.asarray(x).reshape(-1)
    if x.dtype == np.float32:
        return [number(float(str(value))) for value in x]
    return [number(value) for value in x.tolist()]


def number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        if math.isnan(value):
            return "nan"
        if math.isinf(value):
            return "inf" if value > 0 else "-inf"
        # A whole number needs no point; the negative zero keeps its sign.
        if value == int(value) and abs(value) < 1e15 and (value != 0 or math.copysign(1, value) > 0):
            return int(value)
    return value


def option(value):
    if isinstance(value, float) and not math.isfinite(value):
        return number(value)
    return list(value) if isinstance(value, tuple) else value
