import { versionOfConstant } from '../model/index.ts';
import { inBrackets, type Language } from './say.ts';

/** A version as code writes it, and the number that a constant stands for. */
export function writtenVersion(written: string, language: Language): string {
  const number = versionOfConstant(written);
  return number === null ? written : written + inBrackets(number, language);
}
