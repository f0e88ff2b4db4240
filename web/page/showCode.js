/**
 * Shows code, in colours if its language is given. The first call imports the highlighter, so its colours come a moment
 * later.
 * @param {HTMLElement} element @param {string} code @param {import('./highlight.js').Language} [language]
 */
export async function showCode(element, code, language) {
  const isShown = element.textContent === code;
  if (!isShown) element.textContent = code;
  if (!language || (isShown && element.childElementCount > 0)) return;
  try {
    const { highlight } = await import('./highlight.js');
    if (element.textContent === code) element.replaceChildren(...highlight(code, language));
  } catch {} // Without a network, the code stays as it is.
}
