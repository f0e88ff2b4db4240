/** Types of the texts in functions/. */

/** The same text in each language of the page. @typedef {{ en: string, 'zh-Hant': string }} Text */
/**
 * f(x) as an expression in x; `{name}` stands for the value of a parameter. Those in NumPy may use `sigmoid`, `softplus`
 * and `erf`, and elementwise functions have a second one, for f′. The frameworks differentiate by themselves.
 * @typedef {Record<'numpy' | 'torch' | 'keras' | 'jax', string> & { numpyDerivative?: string }} Expressions
 */
/**
 * @typedef {object} FunctionText
 * @property {Text} fullName the name that the label shortens, or else a description in a few words
 * @property {string[]} [otherNames] in common use, in any language, which the explorer's search finds
 * @property {Text} use when to use it
 * @property {Text} care what can go wrong
 * @property {Record<string, Text>} [parameters] the meaning of each parameter
 * @property {{ authors: string, year: number, title: string }} [paper] that introduced, named or explains it
 * @property {Partial<Record<import('../package/catalogue.js').Framework, Text>>} [remarks] how a framework's function differs
 *   in more than its defaults
 * @property {string[]} related names of functions of the same kind with which readers compare it
 * @property {Expressions} code
 * @property {Partial<Expressions>} [plainCode] where it is shorter for the default parameters
 */
export {};
