/** Imports that a page makes only when it needs them; offline they fail with an error that the page can word. */
import { plotNotes } from '../messages/en.js';
import { codedError } from '../package/errors.js';

/** @template T @param {Promise<T>} scripts @returns {Promise<T>} */
export const lazyImport = (scripts) =>
  scripts.catch((cause) => {
    throw codedError(plotNotes, 'notLoaded', {}, cause);
  });
