/** Errors that are not the caller's fault. Pages translate them by their code. */

/** @typedef {import('../messages/en.js').Sentence} Sentence */

/**
 * An error with a code and values, whose message is the English sentence.
 * @template {string} Code
 * @param {Record<Code, Sentence>} sentences @param {NoInfer<Code>} code @param {Record<string, string>} [values]
 * @param {unknown} [cause]
 */
export const codedError = (sentences, code, values = {}, cause) =>
  Object.assign(new Error(sentences[code](values), { cause }), { code, values });

/** @param {unknown} error */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * The note of an error, with or without a code. The words of an error without a code are for developers, not for readers.
 * @param {any} error @returns {import('./types.js').Note}
 */
export function noteOf(error) {
  // DOMExceptions and errors of Node.js have codes too, but only the package's errors have `values`.
  const { code, values } = typeof error?.code === 'string' && error.values ? error : { code: 'notComputed' };
  if (!values) console.error(error);
  const reason = reasonOf((values && error.cause) || error);
  return { key: 'functions', code, values: { reason, ...values }, message: reasonOf(error) };
}
