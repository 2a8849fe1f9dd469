import { literalAt } from '../../../values/index.ts';
import { createdExtensions, linesOf, placeOf } from '../../../syntax/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { newDraft, type AssetDraft } from '../../resources/draft.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { SQL_CLAIM } from './names.ts';

/** Database extensions created by SQL: in SQL files, migrations, and commands of scripts and Terraform. */
export const sql = formatOfFiles(
  SQL_CLAIM,
  ['CREATE EXTENSION', 'create extension', 'enable_extension'],
  (source) => ({
    drafts: createdExtensions(source).map(({ name, range }): AssetDraft => {
      const at = placeOf(linesOf(source), ...range);
      const settings = { [nameSetting('database-extension')]: literalAt(name, at) };
      return newDraft({ kind: 'database-extension', source: 'shell', name, file: source.file, at, settings });
    }),
  }),
  { onlyAdds: true },
);
