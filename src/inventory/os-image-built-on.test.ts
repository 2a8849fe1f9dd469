import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSystem } from '../products/index.ts';
import { FORMS, type Form } from '../../test/support/forms/os-image-forms.ts';
import { MODULE_FORMS } from '../../test/support/forms/os-image-module-forms.ts';
import { scanFiles } from '../../test/support/workspace.ts';

/** Images based on Amazon Linux, as substitutes for full names of Amazon Linux images. */
const INSTEAD: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /(?<![\w/-])(?:public\.ecr\.aws\/amazonlinux\/)?amazonlinux:(?:2023|2)[\w.-]*/g,
    [
      'amazoncorretto:17-al2-jdk',
      'public.ecr.aws/lambda/python:3.9',
      'public.ecr.aws/sam/build-java17:latest',
    ],
  ],
  [/(?<![\w-])(?:amzn2-ami-hvm|al2023-ami-2023)[\w.-]*\*[\w.*-]*/g, ['fck-nat-amzn2-*-arm64-ebs']],
];

function changed(files: Form['files'], name: RegExp, instead: string): Form['files'] {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replaceAll(name, instead)]),
  );
}

test('finds an image based on Amazon Linux at each place where Amazon Linux itself is found', async (t) => {
  const countOf = async (files: Form['files']): Promise<number> => {
    const { assets } = await scanFiles(t, files);
    return assets.filter(({ product }) => isSystem(product)).length;
  };
  const missing: string[] = [];
  let looked = 0;
  for (const { name, files } of [...FORMS, ...MODULE_FORMS]) {
    for (const [own, built] of INSTEAD) {
      if (!Object.values(files).some((text) => text.search(own) >= 0)) continue;
      const before = await countOf(files);
      for (const instead of before === 0 ? [] : built) {
        const after = await countOf(changed(files, own, instead));
        looked += 1;
        if (after < before) missing.push(`${name}: ${instead} (${after} of ${before})`);
      }
    }
  }
  assert.ok(looked > 50, String(looked));
  assert.deepEqual(missing, []);
});
