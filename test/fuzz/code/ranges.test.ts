import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isFileLocation } from '../../../src/model/index.ts';
import { readExamples } from '../../support/forms/forms.ts';
import { holdsVersion, textOf, splitLines } from '../../support/code/ranges.ts';
import { scanFiles } from '../../support/workspace.ts';

/** Examples by workspace: those of one file in separate folders of one workspace for each format; others alone. */
function workspaces(): Map<string, Record<string, string>> {
  const scanned = new Map<string, Record<string, string>>();
  for (const [nth, { format, name, files }] of readExamples().entries()) {
    const isAlone = Object.keys(files).length > 1;
    const together = scanned.get(isAlone ? `${format} / ${name}` : format) ?? {};
    scanned.set(isAlone ? `${format} / ${name}` : format, together);
    for (const [file, text] of Object.entries(files)) together[isAlone ? file : `${nth}/${file}`] = text;
  }
  return scanned;
}

describe('source ranges of values', () => {
  for (const end of ['\n', '\r\n']) {
    test(`lie in their file and contain their value in all forms (line ending ${JSON.stringify(end)})`, async (t) => {
      let count = 0;
      for (const [name, examples] of workspaces()) {
        const files = Object.fromEntries(
          Object.entries(examples).map(([file, text]) => [file, text.replaceAll(/\r?\n/g, end)]),
        );
        const { assets } = await scanFiles(t, files);
        count += assets.length;
        for (const asset of assets) {
          for (const location of [asset.location, ...asset.uses.map((use) => use.location)]) {
            if (!isFileLocation(location)) continue;
            const at = `${name}: ${asset.name} ${JSON.stringify(location)}`;
            const text = textOf(splitLines(files[location.file] ?? ''), location, at);
            if (location === asset.location)
              assert.ok(holdsVersion(text, asset), `${at}: ${JSON.stringify(text)}`);
          }
        }
      }
      assert.ok(count >= 800, `${count} assets`);
    });
  }
});

describe('source ranges of versions', () => {
  const VERSION = '8.0.mysql_aurora.3.04.0';

  async function rangesOf(
    t: Parameters<typeof scanFiles>[0],
    files: Record<string, string>,
  ): Promise<[text: string, version: string | null][]> {
    const { assets } = await scanFiles(t, files);
    return assets.flatMap((asset): [string, string | null][] => {
      const { location, engineVersion, version } = asset;
      if (engineVersion === null || !isFileLocation(location)) return [];
      return [[textOf(splitLines(files[location.file] ?? ''), location, asset.name), version]];
    });
  }

  for (const end of ['\n', '\r\n']) {
    test(`cover exactly the version in a default value on the next line (line ending ${JSON.stringify(end)})`, async (t) => {
      const script = `V="\${V:-${end}${VERSION}}"${end}aws rds create-db-cluster --engine aurora-mysql --engine-version "$V"${end}`;
      assert.deepEqual(await rangesOf(t, { 'a.sh': script }), [[VERSION, '3.04.0']]);
    });

    test(`cover exactly the version in a heredoc with unknown values (line ending ${JSON.stringify(end)})`, async (t) => {
      const code = [
        'variable "v" {}',
        'resource "aws_launch_template" "w" {',
        '  user_data = <<-EOF',
        '    echo ${var.v}',
        '    aws ec2 run-instances --image-id al2023-ami-${var.v}-kernel-6.1-x86_64',
        '  EOF',
        '}',
        '',
      ].join(end);
      const { assets } = await scanFiles(t, { 'a.tf': code });
      const images = assets.filter(({ kind }) => kind === 'operating-system');
      assert.deepEqual(
        images.map(({ engineVersion }) => engineVersion),
        ['al2023-ami-${…}-kernel-6.1-x86_64'],
      );
      const [location] = images.map((image) => image.location);
      assert.ok(location !== undefined && isFileLocation(location));
      assert.deepEqual([location.line, location.endLine], [5, 5]);
      assert.match(textOf(splitLines(code), location, 'image'), /^al2023-ami-/);
    });
  }
});
