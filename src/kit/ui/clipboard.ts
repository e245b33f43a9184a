/** @file Copies a text; where the browser refuses, the reader is given it to copy. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    window.prompt("The link to what you see:", text);
  }
}
