/**
 * @file One queue for all pictures: each is redrawn at most once per animation frame, and a frame
 * that has already drawn for long leaves the rest to the next one.
 */

/** Milliseconds of drawing after which a frame takes no further picture. */
const BUDGET = 5;

const waiting = new Set<() => void>();
let requested = false;

function ask(): void {
  if (requested) return;
  requested = true;
  requestAnimationFrame(frame);
}

function frame(): void {
  requested = false;
  const begun = performance.now();
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
    if (performance.now() - begun > BUDGET) break;
  }
  if (waiting.size > 0) ask();
}

/** Draws soon; asking again before that changes nothing. */
export function redraw(draw: () => void): void {
  waiting.add(draw);
  ask();
}

/** Takes back what was asked for. */
export const forget = (draw: () => void): void => {
  waiting.delete(draw);
};

/** Whether every picture that asked has been drawn. */
export const allDrawn = (): boolean => waiting.size === 0;
