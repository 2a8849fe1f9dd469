import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { unzipSync } from 'fflate';
import { makeBrowserFolder } from '../../../scripts/bundles/browser-package.ts';
import { packageVersion } from '../../../scripts/bundles/bundle.ts';
import { ROOT } from '../command-line/cli.ts';

/** A package of the extension as uploaded to a gallery. */
export interface Vsix {
  bytes: number;
  files: readonly string[];
  /** Returns the text of a file in it; empty if there is none. */
  textOf: (file: string) => string;
  bytesOf: (file: string) => Buffer;
}

export const PACKAGES = ['desktop', 'browser'] as const;
type Kind = (typeof PACKAGES)[number];

const packed = new Map<Kind, Promise<Vsix>>();

/** The package of the extension, packed once: by `npm test` for the windows, or for the tests of a process. */
export function packedFor(kind: Kind): Promise<Vsix> {
  const known = packed.get(kind) ?? pack(kind);
  packed.set(kind, known);
  return known;
}

async function pack(kind: Kind): Promise<Vsix> {
  const there = packedBefore(kind);
  if (there !== null) return opened(there);
  const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-'));
  try {
    const packagePath = path.join(folder, 'packed.vsix');
    const contents = path.join(folder, 'contents');
    if (kind === 'desktop') await createVSIX({ cwd: ROOT, dependencies: false, packagePath });
    else {
      makeBrowserFolder(contents);
      await createVSIX({ cwd: contents, dependencies: false, target: 'web', packagePath });
    }
    return opened(packagePath);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** File of the package for windows, which is beside the one for browsers. */
function packedBefore(kind: Kind): string | null {
  const desktop = process.env.ERRATA_LENS_VSIX ?? '';
  if (desktop === '') return null;
  const web = path.join(path.dirname(desktop), `errata-lens-web-${packageVersion()}.vsix`);
  const file = kind === 'desktop' ? desktop : web;
  return existsSync(file) ? file : null;
}

function opened(file: string): Vsix {
  const bytes = readFileSync(file);
  const files = unzipSync(bytes);
  const bytesOf = (name: string): Buffer => Buffer.from(files[name] ?? []);
  return {
    bytes: bytes.length,
    files: Object.keys(files),
    textOf: (name) => bytesOf(name).toString(),
    bytesOf,
  };
}
