import { urgentAmong, type UpgradeAnswer, type UpgradeTarget } from '../../analysis/index.ts';
import { say, type Language } from '../../l10n/index.ts';
import { csv } from '../csv.ts';
import { targetJson } from './upgrade-json.ts';

/*
 * One line per target. An answer without targets is one line without a target, because empty output would read as
 * "nothing to do".
 */

const COLUMNS = [
  'product',
  'version',
  'coverage',
  'recommended',
  'target',
  'role',
  'path',
  'reachable',
  'fixed',
  'fixedUrgent',
  'stays',
  'staysUrgent',
  'new',
  'undetermined',
  'supportEnds',
  'reason',
  'url',
];

/** Targets as CSV. */
export function upgradeCsv(answer: UpgradeAnswer, language: Language): string {
  const { product, version, coverage } = answer.covered;
  const recommended = answer.advice?.recommended ?? '';
  const targets = answer.advice?.targets ?? [];
  const about = [product, version, coverage, recommended];
  const lines = targets.map((target) => [...about, ...targetCells(target, language)]);
  const none = COLUMNS.slice(about.length).map((column) =>
    column === 'reason' ? reasonOf(answer, language) : '',
  );
  return csv(COLUMNS, lines.length === 0 ? [[...about, ...none]] : lines);
}

/** Targets as JSON lines, with the fields of `targets` in `--format json`, and the version. */
export function* upgradeJsonLines(answer: UpgradeAnswer, language: Language): Generator<string> {
  const { product, version, coverage } = answer.covered;
  const recommended = answer.advice?.recommended ?? null;
  const about = { schemaVersion: 1, product, from: version, coverage, recommended };
  const targets = answer.advice?.targets ?? [];
  for (const target of targets) yield `${JSON.stringify({ ...about, ...targetJson(target, language) })}\n`;
  if (targets.length > 0) return;
  yield `${JSON.stringify({ ...about, version: null, reason: reasonOf(answer, language) })}\n`;
}

function targetCells(target: UpgradeTarget, language: Language): string[] {
  const { version, role, path, reachable, clears, remains, brings, undetermined, supportEnds, more } = target;
  return [
    version,
    role,
    path.join(' '),
    reachable,
    String(clears.length),
    String(urgentAmong(clears).length),
    String(remains.length),
    String(urgentAmong(remains).length),
    String(brings.length),
    String(undetermined.length),
    supportEnds ?? '',
    say(target.reason, language),
    more?.url ?? '',
  ];
}

function reasonOf({ advice, standing }: UpgradeAnswer, language: Language): string {
  return (advice === null ? standing : [advice.reason]).map((each) => say(each, language)).join(' ');
}
