/**
 * What an engine has to get right: the bits of the package and of the lab, and the tests of what the package promises.
 * tests/engines/engines.test.js makes one file of it that runs in every engine.
 */
import * as lab from '../../web/lab/network.js';
import '../web/calls.test.js';
import '../web/catalogue.test.js';
import '../web/errors.test.js';
import '../web/gated.test.js';
import '../web/grammar.test.js';
import '../web/memory.test.js';
import '../web/pipe.test.js';
import '../web/rowMemory.test.js';
import '../web/rows.test.js';
import '../web/sample.test.js';
import { calls, namesOf } from '../web/helpers.js';
import '../web/training.test.js';
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
