# Three steps of torch's optimizers on given gradients; settings by the names that this project has for them.
import json

import torch

from case import Draws, numbers

NAMES = {
    "sgd": {"rate": "lr", "momentum": "momentum", "nesterov": "nesterov", "weight_decay": "weight_decay"},
    "rmsprop": {"rate": "lr", "decay": "alpha", "epsilon": "eps", "weight_decay": "weight_decay"},
    "adam": {"rate": "lr", "epsilon": "eps", "weight_decay": "weight_decay"},
    "adamw": {"rate": "lr", "epsilon": "eps", "weight_decay": "weight_decay"},
    "adagrad": {"rate": "lr", "epsilon": "eps", "weight_decay": "weight_decay"},
}
KINDS = {
    "sgd": torch.optim.SGD,
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "adagrad": torch.optim.Adagrad,
}
SETTINGS = [
    ("sgd", {"rate": 0.1}),
    ("sgd", {"rate": 0.1, "momentum": 0.9}),
    ("sgd", {"rate": 0.05, "momentum": 0.9, "nesterov": 1}),
    ("sgd", {"rate": 0.1, "weight_decay": 0.02}),
    ("sgd", {"rate": 0.1, "momentum": 0.8, "nesterov": 1, "weight_decay": 0.02}),
    ("rmsprop", {"rate": 0.01, "decay": 0.9}),
    ("rmsprop", {"rate": 0.02, "decay": 0.99, "epsilon": 1e-3, "weight_decay": 0.1}),
    ("rmsprop", {"rate": 0.01}),
    ("adam", {"rate": 0.05}),
    ("adam", {}),
    ("adam", {"rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}),
    ("adam", {"rate": 0.05, "weight_decay": 0.1}),
    ("adamw", {"rate": 0.05}),
    ("adamw", {"rate": 0.03, "beta1": 0.7, "weight_decay": 0.2}),
    ("adagrad", {"rate": 0.1}),
    ("adagrad", {}),
    ("adagrad", {"rate": 0.2, "epsilon": 1e-2, "weight_decay": 0.05}),
]


class Steps:
    """One line: where an optimizer starts, the gradients it is given, where it stands after each."""

    def __init__(self, name, settings, start, gradients):
        parameter = torch.nn.Parameter(torch.tensor(start))
        given = {NAMES[name][key]: value for key, value in settings.items() if key in NAMES[name]}
        if "nesterov" in given:
            given["nesterov"] = bool(given["nesterov"])
        if name.startswith("adam"):
            given["betas"] = (settings.get("beta1", 0.9), settings.get("beta2", 0.999))
        # torch forgets faster (0.99) where this project's standard is 0.9.
        if name == "rmsprop":
            given.setdefault("alpha", 0.9)
        optimizer = KINDS[name]([parameter], foreach=False, **given)
        values = []
        for gradient in gradients:
            parameter.grad = torch.tensor(gradient)
            optimizer.step()
            values.append(numbers(parameter.detach().numpy()))
        self.fields = {
            "op": name,
            "settings": settings,
            "start": numbers(start),
            "gradients": [numbers(x) for x in gradients],
            "values": values,
        }

    def __str__(self):
        return json.dumps(self.fields, separators=(",", ":"), allow_nan=False)


def cases():
    draws = Draws(12)
    rows = []
    for name, settings in SETTINGS:
        gradients = [draws.normal(5) for _ in range(3)]
        # A gradient of 0 from the start, one that vanishes on the way, and small and large ones.
        for step, gradient in enumerate(gradients):
            gradient[0] = 0
            gradient[1] *= step == 0
            gradient[2] *= 1e-6
            gradient[3] *= 1e3
        rows.append(Steps(name, settings, draws.normal(5), gradients))
    return rows
