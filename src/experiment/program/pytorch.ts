/**
 * @file Network and training of a program in PyTorch.
 */
import type { Settings } from "../params";
import { pairsOf } from "./data";
import { heading, paragraphs } from "./pieces";

const INPUTS: Readonly<Record<Settings["mode"], string>> = {
  concat: "torch.cat((left, right), dim=1)",
  difference: "left - right",
  "squared-difference": "(left - right) ** 2",
};

const LOSSES: Readonly<Record<Settings["loss"], string>> = {
  bce: "functional.binary_cross_entropy_with_logits(z, truth[pairs])",
  mse: "functional.mse_loss(torch.sigmoid(z), truth[pairs])",
};

const OPTIMISERS: Readonly<Record<Settings["optimiser"], string>> = {
  adam: "Adam",
  adamw: "AdamW",
  gd: "SGD",
};

/** PyTorch's AdamW decays unless it is told not to. */
const NO_DECAY: Readonly<Record<Settings["optimiser"], string>> = {
  adam: "",
  adamw: ', "weight_decay": 0',
  gd: "",
};

const optimiserOf = ({ optimiser, decoderDecay }: Settings): string => `
optimiser = torch.optim.${OPTIMISERS[optimiser]}(
    [
        {"params": network.embedding.parameters(), "lr": ENCODER_RATE${NO_DECAY[optimiser]}},
        {"params": network.decoder.parameters(), "lr": DECODER_RATE${decoderDecay > 0 ? ', "weight_decay": DECODER_DECAY' : NO_DECAY[optimiser]}},
    ]
)`;

const network = ({ mode }: Settings): string => `
torch.set_default_dtype(torch.float64)
x, y, truth = torch.from_numpy(X), torch.from_numpy(Y), torch.from_numpy(TRUTH * 1.0)


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(N, D)
        layers = []
        for fan_in, fan_out in zip(SIZES, SIZES[1:]):
            layers += [nn.Linear(fan_in, fan_out), nn.Tanh()]
        self.decoder = nn.Sequential(*layers[:-1])  # no tanh behind the last
        embedding, weights, biases = first_parameters()
        with torch.no_grad():
            self.embedding.weight.copy_(torch.from_numpy(embedding))
            for linear, weight, bias in zip(self.decoder[::2], weights, biases):
                linear.weight.copy_(torch.from_numpy(weight.T))
                linear.bias.copy_(torch.from_numpy(bias))

    def forward(self, pairs):
        """The decoder's output for each pair before the sigmoid."""
        left, right = self.embedding(x[pairs]), self.embedding(y[pairs])
        return self.decoder(${INPUTS[mode]}).squeeze(1)


network = Network()`;

export const pytorchSection = (settings: Settings): string =>
  paragraphs(
    network(settings),
    `
def mean_loss(z, pairs):
    return ${LOSSES[settings.loss]}`,
    `
@torch.no_grad()
def evaluate():
    """Mean loss of the training pairs; share of right answers of training and test pairs."""
    z = network(np.arange(N * N))
    right = (z.numpy() > 0) == TRUTH
    return mean_loss(z[TRAIN], TRAIN).item(), right[TRAIN].mean(), right[TEST].mean()`,
    `${heading("Training")}
${optimiserOf(settings)}`,
    `
def learn(step):
    """The \`step\`-th update."""
    pairs = ${pairsOf(settings)}
    optimiser.zero_grad()
    mean_loss(network(pairs), pairs).backward()
    optimiser.step()`,
  );
