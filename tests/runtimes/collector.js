/** What `node:test` is in engines that have none: it keeps the tests until they are run. */

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
    await new Promise((resolve) => setTimeout(resolve)); // so that a page answers its driver
  }
  return { count: tests.length, failures };
}
