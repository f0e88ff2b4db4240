/** What goes wrong through nobody's words. Pages know such an error by its code, and have a sentence of their own for it. */

/** @param {string} code @param {string} message @param {unknown} [cause] */
export const failure = (code, message, cause) => Object.assign(new Error(message, { cause }), { code });

/** @param {unknown} error */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

export const noCanvas = () =>
  failure('noCanvas', 'The browser gives no canvas to draw on; reload the page to try again.');

/** The note of an error, under the word of a plot that asks for most. @param {any} error @returns {import('./types.js').Note} */
export function noteOf(error) {
  const isOwn = typeof error?.code === 'string'; // a DOMException's is a number
  return {
    ...{ key: 'functions', code: isOwn ? error.code : 'notComputed', message: reasonOf(error) },
    values: { reason: reasonOf((isOwn && error.cause) || error) },
  };
}
