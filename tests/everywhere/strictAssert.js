/** What `node:assert/strict` is in every engine: the port that browsers can load. */
import assert from 'assert';

export default assert.strict;
