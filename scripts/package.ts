/**
 * Packs the built extension into errata-lens-<version>.vsix, and the package for browsers into
 * errata-lens-web-<version>.vsix.
 */
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { makeBrowserFolder } from './bundles/browser-package.ts';
import { packageVersion, ROOT } from './bundles/bundle.ts';

// dist/ is complete, so that no dependency is packed. Pictures and links of the README lead to the repository.
await createVSIX({ dependencies: false });

const folder = path.join(ROOT, 'node_modules/.cache/browser-package');
makeBrowserFolder(folder);
await createVSIX({
  cwd: folder,
  dependencies: false,
  target: 'web',
  packagePath: path.join(ROOT, `errata-lens-web-${packageVersion()}.vsix`),
});
