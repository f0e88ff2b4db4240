/** Removes the escapes of a query that was escaped twice, such as `&amp;min=1`. @param {string} query */
export const withoutEscapes = (query) => query.replace(/(^|&)(?:amp(?:;|%3B))+/gi, '$1');
