"""The default network as a researcher writes it, in PyTorch or in NumPy alone, in float32 on one thread.

Is sent lines of JSON and answers each with one: first what is to be trained, then "parameters" or a number of
steps. Pairs are numbers x * n + y; shapes: n elements, d embedding dimensions, b pairs in a batch.
"""

import json
import sys
import time

import numpy as np

BETA1, BETA2 = 0.9, 0.999


def parts(given):
    """Embedding, then weight and bias of each layer, cut from the flat vector of the first parameters."""
    flat = np.array(given["initial"], dtype=np.float32)
    shapes = [(given["n"], given["d"])]
    for fan_in, fan_out in zip(given["sizes"], given["sizes"][1:]):
        shapes += [(fan_in, fan_out), (fan_out,)]
    ends = np.cumsum([np.prod(shape) for shape in shapes])
    return [part.reshape(shape).copy() for part, shape in zip(np.split(flat, ends[:-1]), shapes)]


def in_torch(given):
    import torch
    from torch import nn
    from torch.nn import functional

    torch.set_num_threads(1)
    first, *rest = [torch.from_numpy(part) for part in parts(given)]
    embedding = nn.Embedding.from_pretrained(first, freeze=False)
    layers = []
    for weight, bias in zip(rest[::2], rest[1::2]):
        linear = nn.Linear(*weight.shape)
        with torch.no_grad():
            linear.weight.copy_(weight.T)
            linear.bias.copy_(bias)
        layers += [linear, nn.Tanh()]
    decoder = nn.Sequential(*layers[:-1])  # no tanh behind the last
    optimiser = torch.optim.Adam(
        [
            {"params": embedding.parameters(), "lr": given["encoderRate"]},
            {"params": decoder.parameters(), "lr": given["decoderRate"]},
        ],
        betas=(BETA1, BETA2),
        eps=given["epsilon"],
    )
    truth = torch.tensor(given["truth"], dtype=torch.float32)
    batches = [
        (pairs // given["n"], pairs % given["n"], truth[pairs])
        for pairs in (torch.tensor(batch) for batch in given["batches"])
    ]

    def learn(step):
        x, y, target = batches[step % len(batches)]
        optimiser.zero_grad()
        z = decoder(torch.cat((embedding(x), embedding(y)), dim=1)).squeeze(1)
        functional.binary_cross_entropy_with_logits(z, target).backward()
        optimiser.step()

    def parameters():
        linears = [(each.weight.T, each.bias) for each in decoder[::2]]
        every = [embedding.weight, *(part for both in linears for part in both)]
        return np.concatenate([part.detach().numpy().ravel() for part in every])

    return learn, parameters


def in_numpy(given):
    values = parts(given)
    embedding, weights, biases = values[0], values[1::2], values[2::2]
    n, d, last = given["n"], given["d"], len(weights) - 1
    first = [np.zeros_like(part) for part in values]
    second = [np.zeros_like(part) for part in values]
    truth = np.array(given["truth"], dtype=np.float32)
    one_hot = np.eye(n, dtype=np.float32)
    batches = [
        (pairs // n, pairs % n, truth[pairs], one_hot[pairs // n].T, one_hot[pairs % n].T)
        for pairs in (np.array(batch) for batch in given["batches"])
    ]

    def gradients(x, y, target, to_x, to_y):
        inputs = [np.hstack((embedding[x], embedding[y]))]
        for weight, bias in zip(weights[:-1], biases[:-1]):
            inputs.append(np.tanh(inputs[-1] @ weight + bias))
        z = (inputs[-1] @ weights[-1] + biases[-1])[:, 0]
        slope = ((1 / (1 + np.exp(-z)) - target) / len(target))[:, np.newaxis]
        found = []
        for layer in range(last, -1, -1):
            found = [inputs[layer].T @ slope, slope.sum(axis=0), *found]
            slope = slope @ weights[layer].T
            if layer > 0:
                slope *= 1 - inputs[layer] ** 2  # of tanh
        return [to_x @ slope[:, :d] + to_y @ slope[:, d:], *found]

    def learn(step):
        scale1, scale2 = 1 - BETA1 ** (step + 1), 1 - BETA2 ** (step + 1)
        for i, slope in enumerate(gradients(*batches[step % len(batches)])):
            rate = given["encoderRate"] if i == 0 else given["decoderRate"]
            first[i] *= BETA1
            first[i] += (1 - BETA1) * slope
            second[i] *= BETA2
            second[i] += (1 - BETA2) * slope**2
            values[i] -= rate / scale1 * first[i] / (np.sqrt(second[i] / scale2) + given["epsilon"])

    return learn, lambda: np.concatenate([part.ravel() for part in values])


def main():
    given = json.loads(sys.stdin.readline())
    learn, parameters = {"torch": in_torch, "numpy": in_numpy}[given["library"]](given)
    made = 0
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked == "parameters":
            answer = {"parameters": parameters().tolist()}
        else:
            before = time.process_time()
            for step in range(made, made + asked):
                learn(step)
            made += asked
            answer = {"processorSeconds": time.process_time() - before}
        print(json.dumps(answer), flush=True)


main()
