/** Writes lab.json, which engines.test.js compares with: `node tests/runtimes/writeLab.js`, after a build. */
import { writeFile } from 'node:fs/promises';
import * as lab from '../../web/lab/network.js';
import { catalogue } from '../../web/package/catalogue.js';
import { labDigests } from './labDigest.js';

const elementwise = catalogue.filter(({ kind }) => kind === 'elementwise').map(({ name }) => name);
const digests = await labDigests(lab, elementwise);
await writeFile(new URL('./lab.json', import.meta.url), `${JSON.stringify(digests, null, 2)}\n`);
