/**
 * @file Where the program of a worker is. In the page that is one file another takes this one's place
 * (scripts/single).
 */

/** The address from which a worker's program is begun, given the one that it was built with. */
export const programOf = (address: string): string => new URL(address, location.href).href;
