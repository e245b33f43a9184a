/**
 * @file The randomness of a program: `theory/random.ts` in Python, for whole arrays of numbers at once.
 */
import { CENTRE, FAR_TAIL, ROTATIONS, STREAMS, TAIL } from "../../theory/random";
import { heading, needed, type Piece, paragraphs } from "./pieces";

/** Two polynomials as `np.polyval` takes them, the highest power first. */
const ratio = (name: string, polynomials: readonly (readonly number[])[]): string => {
  const rows = polynomials.map((coefficients) => {
    const [a, b, c, d, ...rest] = [...coefficients].reverse();
    return `    [${[a, b, c, d].join(", ")},\n     ${rest.join(", ")}],`;
  });
  return `${name} = (\n${rows.join("\n")}\n)`;
};

const HELPERS: readonly Piece[] = [
  {
    name: "bits52",
    text: `
def bits52(purpose, index, lane=0):
    """A whole number below 2**52 for each number in the array \`index\`."""
    key = [SEED, PURPOSES[purpose], 0x1BD11BDA ^ SEED ^ PURPOSES[purpose]]
    key = np.array(key, dtype=np.uint32)
    a = np.asarray(index, dtype=np.uint32) + key[0]
    b = np.full(a.shape, lane, dtype=np.uint32) + key[1]
    for turn in range(20):
        a = a + b
        left = ROTATIONS[turn % 8]
        b = ((b << left) | (b >> (32 - left))) ^ a
        if turn % 4 == 3:
            mixed = turn // 4 + 1
            a = a + key[mixed % 3]
            b = b + key[(mixed + 1) % 3] + np.uint32(mixed)
    return (a >> 6) * 2.0**26 + (b >> 6)`,
  },
  {
    name: "uniform",
    text: `
def uniform(purpose, index, lane=0):
    """Draws from [0, 1)."""
    return bits52(purpose, index, lane) / 2**52`,
  },
  {
    name: "integer",
    text: `
def integer(purpose, index, count, lane=0):
    """Draws from 0, 1, ... count - 1."""
    return np.floor(uniform(purpose, index, lane) * count).astype(int)`,
  },
  {
    name: "permutation",
    text: `
def permutation(purpose, count, lane=0):
    """0, 1, ... count - 1 in random order (Fisher and Yates)."""
    index = np.arange(count)
    others = integer(purpose, index, index + 1, lane)
    order = list(index)
    for i in range(count - 1, 0, -1):
        j = others[i]
        order[i], order[j] = order[j], order[i]
    return np.array(order)`,
  },
  {
    name: "normal",
    text: `
# Normal draws by the normal quantile (Wichura 1988, AS 241): ratios of polynomials.
${ratio("CENTRE", CENTRE)}
${ratio("TAIL", TAIL)}
${ratio("FAR_TAIL", FAR_TAIL)}


def normal(purpose, index):
    """Draws from the standard normal distribution."""
    p = (bits52(purpose, index) + 0.5) / 2**52
    q = p - 0.5
    s = 0.180625 - q * q
    r = np.sqrt(-np.log(np.minimum(p, 1 - p)))
    centre = q * np.polyval(CENTRE[0], s) / np.polyval(CENTRE[1], s)
    tail = np.polyval(TAIL[0], r - 1.6) / np.polyval(TAIL[1], r - 1.6)
    far = np.polyval(FAR_TAIL[0], r - 5) / np.polyval(FAR_TAIL[1], r - 5)
    return np.where(abs(q) <= 0.425, centre, np.sign(q) * np.where(r <= 5, tail, far))`,
  },
];

/** The generator, and those ways to draw that `body` uses. */
export function randomSection(body: string): string {
  const purposes = Object.entries(STREAMS)
    .filter(([name]) => body.includes(`("${name}"`))
    .map(([name, number]) => `"${name}": ${number}`);
  return paragraphs(
    `
${heading("Random numbers")}
# Threefry-2x32 with 20 rounds (Salmon et al. 2011). A draw depends on the seed, on what
# it is for, on its number and its lane, and on no draw before it.

PURPOSES = {${purposes.join(", ")}}
ROTATIONS = (${ROTATIONS.join(", ")})`,
    ...needed(HELPERS, body).map(({ text }) => text),
  );
}
