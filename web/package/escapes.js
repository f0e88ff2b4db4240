/** A query that was escaped once more than needed, as `&amp;min=1`, without those escapes. @param {string} query */
export const withoutEscapes = (query) => query.replace(/(^|&)(?:amp(?:;|%3B))+/gi, '$1');
