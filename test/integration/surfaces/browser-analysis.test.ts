import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createAnalyser } from '../../../src/extension/worker/analyser.ts';
import type { FolderResult } from '../../../src/extension/worker/protocol.ts';
import { browserAnalysis } from '../../support/surfaces/browser-analysis.ts';
import { everyForm } from '../../support/forms/forms.ts';
import { ROOT } from '../../support/command-line/cli.ts';
import { temporaryFolder } from '../../support/workspace.ts';

/** As plain data, without the time of day. */
function comparable({ findings, problems, assets, namedFiles }: FolderResult): unknown {
  return JSON.parse(JSON.stringify({ findings, problems, assets, namedFiles: namedFiles.toSorted() }));
}

test('reads all forms in a browser as from a disk, without Node', async (t) => {
  const files = everyForm();
  const folder = temporaryFolder(t, files);
  const onDisk = await createAnalyser({ cacheFolder: null }).scanFolder(folder);
  const inBrowser = await browserAnalysis(files).scanFolder(folder);
  assert.ok(inBrowser.findings.length > 100, String(inBrowser.findings.length));
  assert.deepEqual(comparable(inBrowser), comparable(onDisk));
});

test('judges a typed version in a browser at once', async () => {
  const file = 'terraform/database.tf';
  const text = readFileSync(path.join(ROOT, 'test/workspaces/incident', file), 'utf8');
  const analysis = browserAnalysis({ [file]: text });
  const messages = ({ findings }: FolderResult): string => JSON.stringify(findings);
  assert.match(messages(await analysis.scanFolder('/opened')), /2\.11\.1/);
  const edited = await analysis.setDocument('/opened', file, text.replace('2.11.1', '2.12.6'));
  assert.doesNotMatch(messages(edited), /"version":"2\.11\.1"/);
  assert.match(messages(await analysis.setDocument('/opened', file, null)), /"version":"2\.11\.1"/);
});
