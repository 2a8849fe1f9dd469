import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { ROOT } from '../../support/command-line/cli.ts';
import { packedFor, PACKAGES } from '../../support/surfaces/vsix.ts';

/** Requirements of both galleries, which Open VSX checks on its server when a package is published. */
const name = z.string().regex(/^[\w\-+$~]+$/);
const plain = z.string().regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]*$/u);
const short = plain.max(255);
const address = z
  .string()
  .max(255)
  .refine((written) => URL.parse(written.replace(/^git\+/, ''))?.host);
const Manifest = z.looseObject({
  name: name.max(255),
  publisher: name.max(255),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  displayName: short,
  description: plain.max(2048),
  categories: z.array(short).min(1),
  keywords: z.array(short).max(30),
  license: short,
  homepage: address,
  repository: z.object({ url: address }),
  bugs: z.object({ url: address }),
  galleryBanner: z.object({ color: plain.max(16), theme: z.enum(['dark', 'light']) }),
  pricing: z.enum(['Free', 'Trial']),
  engines: z.object({ vscode: z.string().regex(/^\^\d/) }),
});
const SMALLEST_ICON = 128;
const OURS = 'https://github.com/errata-lens/errata-lens/';

/** A manifest with the sentences of a language, as galleries show it. */
function inLanguage(manifest: string, sentences: string): unknown {
  const words = z.record(z.string(), z.string()).parse(JSON.parse(sentences));
  return JSON.parse(manifest, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/^%(.+)%$/, (all, key: string) => words[key] ?? all) : value,
  );
}

for (const kind of PACKAGES) {
  describe(`the package for the ${kind} in the galleries`, () => {
    test('has the required fields of a manifest in both languages', async () => {
      const { textOf, bytesOf, files } = await packedFor(kind);
      const manifest = textOf('extension/package.json');
      for (const sentences of ['extension/package.nls.json', 'extension/package.nls.ja.json']) {
        const shown = inLanguage(manifest, textOf(sentences));
        Manifest.parse(shown);
        assert.deepEqual(JSON.stringify(shown).match(/"%[\w.]+%"/g), null, sentences);
      }
      for (const needed of ['LICENSE.txt', 'readme.md', 'changelog.md', 'SUPPORT.md', 'SECURITY.md'])
        assert.ok(files.includes(`extension/${needed}`), needed);
      const icon = bytesOf('extension/media/icon.png');
      assert.equal(icon.toString('latin1', 1, 4), 'PNG');
      assert.ok(icon.readUInt32BE(16) >= SMALLEST_ICON && icon.readUInt32BE(20) >= SMALLEST_ICON);
    });

    test('links only to pages, and to existing files of the repository', async () => {
      const { textOf } = await packedFor(kind);
      for (const text of ['readme.md', 'changelog.md']) {
        const written = textOf(`extension/${text}`).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
        const targets = [...written.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
        assert.ok(targets.length > 0, text);
        for (const target of targets) {
          assert.match(target, /^(?:https:\/\/|#)/, `${text}: ${target}`);
          const file = target.startsWith(OURS)
            ? /^(?:blob|raw)\/HEAD\/([^#]+)/.exec(target.slice(OURS.length))?.[1]
            : undefined;
          if (file !== undefined) assert.ok(existsSync(path.join(ROOT, file)), `${text}: ${target}`);
        }
      }
    });

    test('shows no vector graphics, which the galleries refuse', async () => {
      const { textOf } = await packedFor(kind);
      const pictures = [...textOf('extension/readme.md').matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)];
      assert.ok(pictures.length > 0);
      for (const [, picture = ''] of pictures) assert.match(picture, /^https:.*\.png$/);
    });
  });
}
