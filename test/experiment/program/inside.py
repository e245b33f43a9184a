"""Looks into programs: what each trains on, where it starts, and where it is after some updates.

Reads a JSON list of {"source", "updates", "batches"} and writes what it saw of each.
"""

import ast
import json
import sys


def flat(program):
    """All parameters in the page's order: embedding, then weight and bias of each layer."""
    if "network" in program:
        network = program["network"]
        layers = network.decoder[::2]
        embedding = network.embedding.weight.detach().numpy()
        weights = [layer.weight.detach().numpy().T for layer in layers]
        biases = [layer.bias.detach().numpy() for layer in layers]
    else:
        embedding, weights, biases = (program[name] for name in ("embedding", "weights", "biases"))
    parameters = embedding.ravel().tolist()
    for weight, bias in zip(weights, biases):
        parameters += weight.ravel().tolist() + bias.tolist()
    return parameters


CROSSINGS = [(None, None), (None, 5), (5, None), (5, 5), (5, 1004), (5, 1005), (9, 2)]


def look(task):
    program = {"__name__": "program"}
    ast.parse(task["source"], feature_version=(3, 9))
    exec(compile(task["source"], "program", "exec"), program)
    first = flat(program)
    steps = range(1, task["batches"] + 1)
    for step in range(1, task["updates"] + 1):
        program["learn"](step)
    return {
        "truth": program["TRUTH"].astype(int).tolist(),
        "train": program["TRAIN"].tolist(),
        "test": program["TEST"].tolist(),
        "first": first,
        "batches": [program["batch"](step).tolist() for step in steps] if "batch" in program else [],
        "last": flat(program),
        "schedule": list(program["schedule"]()),
        "phases": [[train, test, program["phase"](train, test)] for train, test in CROSSINGS],
        "measures": [float(measure) for measure in program["evaluate"]()],
    }


json.dump([look(task) for task in json.load(sys.stdin)], sys.stdout)
