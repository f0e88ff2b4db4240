/** Replaces `node:assert/strict` in every engine with a port that browsers can load. */
import assert from 'assert';

export default assert.strict;
