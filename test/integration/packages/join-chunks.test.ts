import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinChunks } from '../../../scripts/bundles/join-chunks.ts';

test('rejects an entry point without an output file of its own', async () => {
  await assert.rejects(
    joinChunks({ inputs: {}, outputs: {} }, [['src/gone.ts']], {}),
    /^Error: src\/gone\.ts is a start, but has no file of its own\.$/,
  );
});
