/** @file Hands the reader a file. */

/** For how long a browser may take to fetch what it was told to save, ms. */
const PATIENCE = 60_000;

/** Saves a file as the browser saves what is downloaded. */
export function save(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}
