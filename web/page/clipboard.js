/**
 * Copies, or selects what the browser does not let it copy, and returns what to say of that.
 * @param {string} text @param {HTMLElement} shown where it can be selected
 * @param {{ copied: string, notCopied: string }} texts
 */
export async function copied(text, shown, texts) {
  try {
    await navigator.clipboard.writeText(text);
    return texts.copied;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return texts.notCopied;
  }
}
