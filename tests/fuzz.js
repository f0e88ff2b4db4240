/**
 * How many cases fast-check tries: the share `FUZZ`, which is 0.05 in `npm test` and 1 in `npm run test:everywhere`. Up to 1
 * they are the same cases each time; `FUZZ=10 npm run fuzz` tries ten times as many, with a new seed each time.
 */
export const times = Number(process.env.FUZZ ?? 1);

/** The parameters of `fc.assert`. @param {number} cases */
export const runs = (cases) => ({ numRuns: Math.round(cases * times), ...(times <= 1 && { seed: 1 }) });
