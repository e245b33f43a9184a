/** @file Copies a text, and says whether it was copied. */

/** The way of before the Clipboard API, for frames and sites that are not given that; it needs a press just before. */
function copyAsBefore(text: string): boolean {
  let given = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    given = event.clipboardData !== null;
  };
  document.addEventListener("copy", give);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done && given;
}

/** Whether the text is on the clipboard now. Never rejects. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsBefore(text);
  }
}
