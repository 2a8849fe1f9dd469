import type { FormatClaim } from '../../reading/format.ts';
import { isScript, isModuleFile } from '../../reading/file-names.ts';

const FILE_WITH_SQL = new RegExp(
  String.raw`\.(?:sql|psql)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|(?:^|\/)(?:${[
    ...['migrat\\w*', 'alembic', 'db'],
  ].join('|')})\/.*\.(?:rb|py|php|[cm]?[jt]s|kt|java|go|exs)$`,
  'i',
);

export const SQL_CLAIM: FormatClaim = {
  id: 'sql',
  claims: (file) => FILE_WITH_SQL.test(file) || isScript(file) || isModuleFile(file),
};
