import { prepareParsers } from '../../../syntax/index.ts';
import { languageOf } from './language-of.ts';

/** Loads the grammars that some files need, each once. */
export async function prepareLanguages(files: readonly string[]): Promise<void> {
  await prepareParsers(files.flatMap((file) => languageOf(file) ?? []));
}
