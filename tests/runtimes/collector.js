/** Replaces `node:test` in engines that have none: it collects the tests and runs them later. */

/** @type {{ name: string, work: () => unknown }[]} */
const tests = [];

/** @param {string} name @param {() => unknown} work */
export default function test(name, work) {
  tests.push({ name, work });
}

export async function run() {
  const failures = [];
  for (const { name, work } of tests) {
    try {
      await work();
    } catch (error) {
      failures.push(`${name}: ${error}`);
    }
    await new Promise((resolve) => setTimeout(resolve)); // lets a page answer its driver
  }
  return { count: tests.length, failures };
}
