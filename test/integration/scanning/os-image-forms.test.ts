import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFileLocation, type Asset } from '../../../src/model/index.ts';
import { isSystem } from '../../../src/products/index.ts';
import { FORMS, type Form } from '../../support/forms/os-image-forms.ts';
import { MODULE_FORMS } from '../../support/forms/os-image-module-forms.ts';
import { SHOWN_FORMS } from '../../support/forms/os-image-shown-forms.ts';
import { scanFiles, textAt } from '../../support/workspace.ts';

const ALL = [...FORMS, ...MODULE_FORMS, ...SHOWN_FORMS];

/** `2023 2023.4.20240416 [2023.4.20240416.0]`: generation, release or kind of resolution, text of the range. */
function describeImage(files: Form['files'], asset: Asset): string {
  const product = asset.product === null ? '?' : asset.product.replace('amazon-linux-', '');
  const version = asset.version ?? asset.resolution;
  assert.ok(isFileLocation(asset.location));
  return `${product} ${version} [${textAt(files, asset.location)}]`;
}

test('finds every form of an image once in every possible format, and nothing else', async (t) => {
  const score = { expected: 0, found: 0, right: 0 };
  const wrong: string[] = [];
  for (const { name, files, images } of ALL) {
    const { assets } = await scanFiles(t, files);
    const found = assets
      .filter(
        (asset) =>
          asset.kind === 'operating-system' && (asset.product === 'bottlerocket' || isSystem(asset.product)),
      )
      .map((asset) => describeImage(files, asset))
      .sort();
    const expected = [...images].sort();
    const left = [...found];
    for (const image of expected) {
      const at = left.indexOf(image);
      if (at >= 0) left.splice(at, 1);
    }
    score.expected += expected.length;
    score.found += found.length;
    score.right += found.length - left.length;
    if (JSON.stringify(found) !== JSON.stringify(expected))
      wrong.push(`${name}\n    expected ${expected.join(' | ')}\n    found    ${found.join(' | ')}`);
  }
  const recall = score.right / score.expected;
  const precision = score.right / score.found;
  t.diagnostic(
    `${ALL.length} forms, ${score.expected} images: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
  );
  assert.equal(wrong.length, 0, `${wrong.length} wrong:\n${wrong.join('\n')}`);
});
