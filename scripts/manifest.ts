/**
 * Writes `contributes` and its sentences to package.json and package.nls*.json (`npm run manifest`). A unit test
 * fails if they are outdated.
 */
import { writeFileSync } from 'node:fs';
import { manifestFiles } from './lib/manifest.ts';

for (const [file, content] of manifestFiles()) writeFileSync(file, content);
