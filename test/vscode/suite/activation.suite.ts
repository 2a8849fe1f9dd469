import assert from 'node:assert/strict';
import type { Case } from '../harness/cases.ts';

const extensionId = 'errata-lens.errata-lens';

export const cases: Case[] = [
  {
    name: 'installs and activates the extension',
    async run({ vscode }) {
      const extension = vscode.extensions.getExtension(extensionId);
      assert.ok(extension, `${extensionId} is not installed`);
      await extension.activate();
      assert.equal(extension.isActive, true);
    },
  },
];
