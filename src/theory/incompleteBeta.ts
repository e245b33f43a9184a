/**
 * @file The regularised incomplete beta function I_x(a, b) for whole and half arguments: the share of
 * a chi-squared with 2a degrees of freedom in its sum with an independent one with 2b.
 */

/**
 * I_x(a, b) for 0 <= x <= 1 and positive multiples a, b of 1/2; absolute error below 1e-13 for
 * a + b up to 1000. Climbs from the closed forms at 1/2 and 1 by
 * I_x(a + 1, b) = I_x(a, b) - x^a (1 - x)^b / (a B(a, b)) (DLMF 8.17.20).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  const y = 1 - x;
  if (x <= 0 || y <= 0) return x <= 0 ? 0 : 1;
  let p = a % 1 === 0 ? 1 : 0.5;
  let q = b % 1 === 0 ? 1 : 0.5;
  let value = 0;
  if (p === 0.5 && q === 0.5) value = (2 / Math.PI) * Math.asin(Math.sqrt(x));
  else if (p === 1) value = 1 - y ** q;
  else value = x ** p;
  // x^p y^q / B(p, q); B(1/2, 1/2) is pi, and 1 / q or 1 / p where the other is 1.
  const beta = p === 1 ? 1 / q : q === 1 ? 1 / p : Math.PI;
  let term = (x ** p * y ** q) / beta;
  for (; p < a; p++) {
    value -= term / p;
    term *= (x * (p + q)) / p;
  }
  for (; q < b; q++) {
    value += term / q;
    term *= (y * (p + q)) / q;
  }
  return Math.min(1, Math.max(0, value));
}
