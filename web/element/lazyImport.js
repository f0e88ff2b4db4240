/** What pages import only when it is asked for, and cannot have while they are offline. */
import { plotNotes } from '../messages/en.js';
import { codedError } from '../package/errors.js';

/** @template T @param {Promise<T>} scripts @returns {Promise<T>} */
export const loaded = (scripts) =>
  scripts.catch((cause) => {
    throw codedError(plotNotes, 'notLoaded', {}, cause);
  });
