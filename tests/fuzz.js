/** How much is tried by fast-check: the same cases each time, or with `FUZZ=10` ten times as many, other ones each time. */
const longer = Number(process.env.FUZZ ?? 0);
export const times = longer || 1;

/** What fast-check is told. @param {number} cases */
export const runs = (cases) => ({ numRuns: cases * times, ...(longer ? {} : { seed: 1 }) });
