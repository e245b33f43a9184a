/**
 * @file Eq. (11) as lines in the plane of the two rates.
 */

/**
 * Eq. (11) turned round: eta_dec / eta_enc at which two repons collide with probability `p`, for
 * `spread` = sigma_a / sigma_c. Lines of equal p have slope +1 in the log-log plane.
 */
export const rateRatio = (p: number, spread = 1): number =>
  spread ** 2 / (2 * Math.tan((Math.PI * p) / 2) ** 2);
