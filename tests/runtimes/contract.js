/**
 * What every engine must pass: the digests of the package and of the lab, and the tests of the package.
 * tests/runtimes/engines.test.js makes one file of it that runs in every engine.
 */
import * as lab from '../../web/lab/network.js';
import '../package/calls.test.js';
import '../package/catalogue.test.js';
import '../package/errors.test.js';
import '../package/formatPlot.test.js';
import '../package/gated.test.js';
import '../package/grammar.test.js';
import '../package/memory.test.js';
import '../package/notes.test.js';
import '../package/pipe.test.js';
import '../package/rowMemory.test.js';
import '../package/rows.test.js';
import '../package/sample.test.js';
import '../package/slopes.test.js';
import { calls, namesOf } from '../package/helpers.js';
import { run } from './collector.js';
import { digests } from './digest.js';
import { labDigests } from './labDigest.js';

const report = {
  package: await digests(calls),
  lab: await labDigests(lab, namesOf('elementwise')),
  contract: await run(),
};
Object.assign(globalThis, { report }); // for pages
console.log(JSON.stringify(report));
