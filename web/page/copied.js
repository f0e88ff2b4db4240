/** The buttons that copy the code beside them. */
import { pageLanguage } from '../element/dom.js';
import { live } from '../messages/index.js';
import { copyText } from './clipboard.js';

export function enableCopying() {
  const texts = live[pageLanguage()];
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.copied > button'))) {
    const block = /** @type {HTMLElement} */ (button.parentElement);
    const code = /** @type {HTMLElement} */ (block.querySelector('code'));
    const status = /** @type {HTMLElement} */ (block.querySelector('[role=status]'));
    button.addEventListener('click', () => copyText(button, status, texts, code.textContent ?? '', code));
  }
}
