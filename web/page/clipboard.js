/** What buttons that copy do. */
import { create } from '../element/dom.js';

/** @typedef {{ copied: string, copiedShort: string, notCopied: string, pictureNotCopied: string }} Texts */

/** The labels of buttons that answer at the moment. @type {Map<HTMLElement, { label: string, timer: number }>} */
const answering = new Map();

/** Lets a button say something for two seconds. @param {HTMLElement} button @param {string} text */
export function answer(button, text) {
  const { label, timer } = answering.get(button) ?? { label: button.textContent ?? '' };
  clearTimeout(timer);
  button.style.minWidth = `${button.offsetWidth}px`; // its neighbours stay where they are
  button.textContent = text;
  const back = () => {
    button.textContent = label;
    answering.delete(button);
  };
  answering.set(button, { label, timer: window.setTimeout(back, 2000) });
}

/**
 * Copies to the clipboard. The button answers, and screen readers hear the status.
 * @param {HTMLElement} button @param {HTMLElement} status @param {Texts} texts @param {() => Promise<void>} write
 * @returns {Promise<boolean>} whether the browser allowed it
 */
async function copy(button, status, texts, write) {
  try {
    await write();
  } catch {
    status.classList.remove('heard');
    return false;
  }
  answer(button, texts.copiedShort);
  status.classList.add('heard');
  status.textContent = texts.copied;
  return true;
}

/**
 * Copies a text. Where the browser forbids that, selects the text instead.
 * @param {HTMLElement} button @param {HTMLElement} status @param {Texts} texts @param {string} text
 * @param {HTMLElement} [shown] shows the text; if omitted, the status shows it where necessary
 */
export async function copyText(button, status, texts, text, shown) {
  if (await copy(button, status, texts, () => navigator.clipboard.writeText(text))) return;
  const code = create('code', {}, text);
  status.replaceChildren(texts.notCopied, ...(shown ? [] : [' ', code]));
  getSelection()?.selectAllChildren(shown ?? code);
}

/** Whether the browser copies pictures. */
export const copiesPictures = typeof ClipboardItem !== 'undefined' && Boolean(navigator.clipboard?.write);

/**
 * Copies a picture.
 * @param {HTMLElement} button @param {HTMLElement} status @param {Texts} texts @param {() => Promise<Blob>} png
 */
export async function copyPicture(button, status, texts, png) {
  // Safari allows this only if the item exists before the picture does.
  const write = () => navigator.clipboard.write([new ClipboardItem({ 'image/png': png() })]);
  if (!(await copy(button, status, texts, write))) status.textContent = texts.pictureNotCopied;
}
