import * as vscode from 'vscode';
import { isFileLocation } from '../../model/index.ts';
import type { ShownFinding } from '../worker/protocol.ts';
import { localized } from '../language.ts';
import { shownLevel, type ShownLevel } from '../contributions/settings.ts';
import { rangeOf, uriOf } from './ranges.ts';

/**
 * Diagnostics of a folder. Updates only files whose diagnostics change, because the Problems panel would flicker
 * otherwise.
 */
export class FolderDiagnostics {
  readonly #collection: vscode.DiagnosticCollection;
  readonly #folder: vscode.Uri;
  #shown = new Map<string, string>();

  constructor(collection: vscode.DiagnosticCollection, folder: vscode.Uri) {
    this.#collection = collection;
    this.#folder = folder;
  }

  show(findings: readonly ShownFinding[]): void {
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const finding of findings) {
      const diagnostic = isFileLocation(finding.location) ? this.#diagnosticOf(finding) : null;
      if (diagnostic === null || !isFileLocation(finding.location)) continue;
      const list = byFile.get(finding.location.file) ?? [];
      byFile.set(finding.location.file, [...list, diagnostic]);
    }
    const next = new Map<string, string>();
    for (const [file, diagnostics] of byFile) {
      // Added separately, because the JSON of a diagnostic omits it.
      const fingerprint = JSON.stringify(diagnostics.map((shown) => [shown, shown.relatedInformation]));
      next.set(file, fingerprint);
      if (this.#shown.get(file) !== fingerprint) this.#collection.set(uriOf(this.#folder, file), diagnostics);
    }
    for (const file of this.#shown.keys())
      if (!next.has(file)) this.#collection.delete(uriOf(this.#folder, file));
    this.#shown = next;
  }

  clear(): void {
    this.show([]);
  }

  #diagnosticOf(finding: ShownFinding): vscode.Diagnostic | null {
    if (finding.suppressed !== null || !isFileLocation(finding.location)) return null;
    const level = shownLevel(vscode.workspace, finding.level, this.#folder);
    if (level === 'off') return null;
    const range = rangeOf(finding.location);
    const diagnostic = new vscode.Diagnostic(range, localized(finding.message), SEVERITY[level]);
    diagnostic.source = 'Errata Lens';
    diagnostic.code =
      finding.helpUri === null
        ? finding.ruleId
        : { value: finding.ruleId, target: vscode.Uri.parse(finding.helpUri) };
    const here = new vscode.Location(uriOf(this.#folder, finding.location.file), range);
    diagnostic.relatedInformation = finding.related.map(({ location, message }) => {
      const words = localized(message);
      // A finding about a running resource is shown at its declaration.
      return isFileLocation(location)
        ? new vscode.DiagnosticRelatedInformation(
            new vscode.Location(uriOf(this.#folder, location.file), rangeOf(location)),
            words,
          )
        : new vscode.DiagnosticRelatedInformation(here, `${words} (${location.account} ${location.region})`);
    });
    return diagnostic;
  }
}

const SEVERITY: Record<Exclude<ShownLevel, 'off'>, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};
