import * as vscode from 'vscode';
import type { Text } from '../../../model/index.ts';
import type { Disposable } from '../../disposable.ts';

const PREVIEW_SCHEME = 'errata-lens-fix';

/** A file and its text after the fix. */
export interface ProposedFile {
  uri: vscode.Uri;
  after: string;
}

export interface FixPreviews extends Disposable {
  /** Shows the differences and asks for confirmation. False if the user declines or closes them. */
  confirm(title: Text, files: readonly ProposedFile[]): Promise<boolean>;
}

/** Registers previews of fixes in the editor's diff view. */
export function registerFixPreviews(): FixPreviews {
  const proposed = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
    provideTextDocumentContent: (uri) => proposed.get(uri.toString()) ?? '',
  });
  let count = 0;
  return {
    dispose: () => void provider.dispose(),
    async confirm(title, files) {
      count += 1;
      const shown = files.map(({ uri, after }) => {
        const right = uri.with({ scheme: PREVIEW_SCHEME, query: String(count) });
        proposed.set(right.toString(), after);
        return { left: uri, right };
      });
      try {
        // Loaded on demand.
        const { confirmDifferences } = await import('./show-fix.ts');
        return await confirmDifferences(title, shown);
      } finally {
        for (const { right } of shown) proposed.delete(right.toString());
      }
    },
  };
}
