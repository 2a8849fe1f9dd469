import { compareVersions } from '../../model/index.ts';
import type { ProductVersions, VersionReading } from '../product.ts';

const DOTTED = /^\d{1,9}(?:\.\d{1,9}){1,5}$/;

/**
 * Versions of numbers with dots, compared part by part: the first is the major version, the first two are the minor
 * one. Fewer than `parts` numbers are a range: every release that begins with them.
 */
export function dottedVersions(parts: number): ProductVersions {
  function read(written: string): VersionReading {
    const text = written.trim();
    if (!DOTTED.test(text)) return { form: 'unknown' };
    return text.split('.').length >= parts
      ? { form: 'release', version: text }
      : { form: 'partial', prefix: text };
  }
  return {
    read,
    readAlone: () => null,
    compare: compareVersions,
    line: (version) => version.split('.', 1).join(''),
    branch: (version) => version.split('.', 2).join('.'),
    isUnder: (version, prefix) => version.startsWith(`${prefix}.`),
    rewrite: (written, from, to) => {
      const hasSameLine = from.split('.', 1).join('') === to.split('.', 1).join('');
      return hasSameLine && written.endsWith(from) ? written.slice(0, -from.length) + to : null;
    },
  };
}
