/** Lazy imports. Offline they reject with an error whose code the page can translate. */
import { pageNotes } from '../messages/en.js';
import { codedError } from '../package/errors.js';

/** @template T @param {Promise<T>} scripts @returns {Promise<T>} */
export const lazyImport = (scripts) =>
  scripts.catch((cause) => {
    throw codedError(pageNotes, 'notLoaded', {}, cause);
  });
