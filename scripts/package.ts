/** Packs the built extension into errata-lens-<version>.vsix. */
import { createVSIX } from '@vscode/vsce';

await createVSIX({
  // Everything is in dist/: no dependency is packed. Pictures and links of the README lead to the repository.
  dependencies: false,
});
