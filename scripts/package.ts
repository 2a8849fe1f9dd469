/** Packs the built extension into errata-lens-<version>.vsix. */
import { createVSIX } from '@vscode/vsce';

await createVSIX({
  // Everything is in dist/: no dependency is packed.
  dependencies: false,
  // Pictures in the README are packed with it; there is no address to rewrite them to.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
  skipLicense: false,
});
