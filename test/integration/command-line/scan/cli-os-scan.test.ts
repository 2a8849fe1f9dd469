import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { FORMS } from '../../../support/forms/os-image-forms.ts';
import { textAt, writeFiles } from '../../../support/workspace.ts';

const MAIN = path.resolve(import.meta.dirname, '../../../../dist/cli.js');

interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
interface Scan {
  assets: {
    id: string;
    kind: string;
    product: string | null;
    version: string | null;
    resolution: string;
    engineVersion: string | null;
    location: Place;
  }[];
  findings: { ruleId: string; assetId: string; message: string; location: Place }[];
}

/** One workspace with a folder for each form. */
const files = Object.fromEntries(
  FORMS.flatMap((form, i) =>
    Object.entries(form.files).map(([file, text]): [string, string] => [`form-${i}/${file}`, text]),
  ),
);

describe('a workspace with every form of an Amazon Linux image', () => {
  let scan: Scan;
  before(() => {
    const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-os-'));
    writeFiles(folder, files);
    const options = ['--offline', '--as-of', '2026-11-24', '--cache-dir', path.join(folder, '.cache')];
    const run = spawnSync(process.execPath, [MAIN, 'scan', folder, ...options, '--format', 'json'], {
      encoding: 'utf8',
      cwd: folder,
      maxBuffer: 1e8,
    });
    rmSync(folder, { recursive: true, force: true });
    assert.equal(run.status, 0, run.stderr);
    scan = JSON.parse(run.stdout) as Scan;
  });

  test('has one asset for each image', () => {
    const images = scan.assets.filter(({ kind, product }) => kind === 'os-image' && product !== null);
    const found = Map.groupBy(images, ({ location }) => location.file.split('/')[0]);
    for (const [i, form] of FORMS.entries()) {
      const rows = (found.get(`form-${i}`) ?? []).map(
        ({ product, version, resolution, location }) =>
          `${product?.replace('amazon-linux-', '')} ${version ?? resolution} [${textAt(files, location)}]`,
      );
      assert.deepEqual(rows.sort(), [...form.images].sort(), form.name);
    }
  });

  test('lists no place twice, and has one finding for each image', () => {
    const places = scan.assets
      .filter(({ kind }) => kind === 'os-image')
      .map(({ location, engineVersion }) => JSON.stringify([location, engineVersion]));
    assert.equal(new Set(places).size, places.length);
    const byImage = Map.groupBy(scan.findings, ({ location }) => JSON.stringify(location));
    for (const [place, found] of byImage) assert.equal(found.length, 1, place);
  });

  test('explains that an image is floating, and never reports it as behind', () => {
    const floating = new Set(
      scan.assets
        .filter(({ kind, resolution }) => kind === 'os-image' && resolution === 'floating')
        .map(({ id }) => id),
    );
    assert.ok(floating.size > 20);
    const about = scan.findings.filter(({ assetId }) => floating.has(assetId));
    for (const { message, ruleId } of about) {
      if (message.startsWith('Amazon Linux 1 ')) {
        assert.match(message, /missing fixes are unknown/);
        assert.equal(ruleId, 'end-of-support');
        continue;
      }
      // Images of one system with one next step are one finding, whatever chooses their release.
      const isOneOfSeveral = /^\S.* and \d+ more: .*version unknown/.test(message);
      assert.match(
        message,
        isOneOfSeveral ? /not one release/ : /Not pinned: deployments may get different images/,
      );
      const isOver = message.startsWith('Amazon Linux 2 reached end of support on 2026-06-30');
      assert.equal(ruleId, isOver ? 'end-of-support' : 'floating-version');
    }
  });
});
