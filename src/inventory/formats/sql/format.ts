import { linesOf, placeOf, type SourceFile } from '../../../syntax/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { newDraft, type AssetDraft } from '../../resources/draft.ts';
import { formatOfFiles } from '../of-files.ts';
import { SQL } from './names.ts';

/** A statement of PostgreSQL, wherever it stands, and Rails' word for it. */
const CREATES =
  /\b(?:create\s+extension\s+(?:if\s+not\s+exists\s+)?\\?["'`]?|enable_extension[\s(]+["':])(?<name>[a-z][\w-]*)/dgi;
/** What stands before it on a line that is a comment. */
const COMMENT = /^\s*(?:--|#|\/\/|\*)|\s--\s/;
const MOST_IN_A_FILE = 200;
const LONGEST_COMMENT = 5000;

/** Extensions that are created by SQL: in files of it, migrations, and the commands of scripts and Terraform. */
export const sql = formatOfFiles(
  SQL,
  ['CREATE EXTENSION', 'create extension', 'enable_extension'],
  (source) => ({ drafts: extensionsIn(source) }),
  { onlyAdds: true },
);

function extensionsIn({ file, text }: SourceFile): AssetDraft[] {
  const lines = linesOf({ file, text });
  const found = text.matchAll(CREATES).take(MOST_IN_A_FILE);
  return [...found].flatMap(({ index, groups, indices }): AssetDraft[] => {
    const name = groups?.['name']?.toLowerCase() ?? '';
    const range = indices?.groups?.['name'];
    const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (range === undefined || COMMENT.test(before) || isInBlock(text, index)) return [];
    const at = placeOf(lines, ...range);
    const known = { state: 'known', value: name, at, how: 'literal', uses: [] } as const;
    const settings = { [nameSetting('database-extension')]: known };
    return [newDraft({ kind: 'database-extension', source: 'shell', name, file, at, settings })];
  });
}

function isInBlock(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_COMMENT), index);
  return before.lastIndexOf('/*') > before.lastIndexOf('*/');
}
