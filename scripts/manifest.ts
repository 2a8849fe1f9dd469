/** Writes package.json's `contributes` and its sentences: `npm run manifest`. A unit test fails if this was forgotten. */
import { writeFileSync } from 'node:fs';
import { manifestFiles } from './lib/manifest.ts';

for (const [file, content] of manifestFiles()) writeFileSync(file, content);
