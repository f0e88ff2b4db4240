/** What pages import only when it is asked for, and cannot have while they are offline. */

import { chineseNotes } from '../messages/plot.js';
import { failure } from '../package/errors.js';

chineseNotes.notLoaded = () => '網頁有一部分無法載入；連上網路後請再試一次，或重新載入頁面。';

/** @template T @param {Promise<T>} scripts @returns {Promise<T>} */
export const loaded = (scripts) =>
  scripts.catch((cause) => {
    // Firefox remembers what it could not import until the page is loaded again.
    const advice = 'try again once you are online, or reload the page';
    throw failure('notLoaded', `A part of the page could not be loaded; ${advice}.`, cause);
  });
