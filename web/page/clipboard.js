/**
 * Copies a text to the clipboard. Where the browser forbids that, selects the text instead.
 * @param {string} text @param {HTMLElement} shown the element to select, which shows the text
 * @param {{ copied: string, notCopied: string }} texts @returns {Promise<string>} the text that reports the outcome
 */
export async function copyToClipboard(text, shown, texts) {
  try {
    await navigator.clipboard.writeText(text);
    return texts.copied;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return texts.notCopied;
  }
}
