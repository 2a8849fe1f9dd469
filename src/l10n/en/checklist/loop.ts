import type { Text, TextArg } from '../../../model/index.ts';
import { capitalised, type Message, part, plural, type Say } from '../../say.ts';

/** Arguments of the sentence about a replacement loop, without its groups. */
export interface LoopArgs extends Record<string, TextArg> {
  path: Text;
  grace: Text | null;
  lost: readonly Text[];
  /** Evidence that survives a replacement; empty if any is lost. */
  kept: readonly Text[];
  version: Text | null;
  open: readonly Text[];
  /** First action to take. */
  first: Text;
}

function chainOf(a: LoopArgs, say: Say): string {
  const cause = `can replace healthy instances in a loop when the database is slow: ${say(a.path)}${part(a.grace, (grace) => `, ${say(grace)}`)}.`;
  const lost = part(a.lost, ` Logs would be lost: ${say(a.lost)}.`);
  const kept = part(a.kept, ` In place: ${say(a.kept)}: they save evidence but do not stop the loop.`);
  const version = part(a.version, (version) => ` ${capitalised(say(version))}.`);
  return `${cause}${lost}${kept}${version}${part(a.open, ` Not known here: ${say(a.open)}.`)} ${say(a.first)}`;
}

export const loop = {
  'loop.path.reaches': (a: { path: string }) =>
    `ELB health check on \`${a.path}\` (probably reaches the database)`,
  'loop.path.unclear': (a: { path: string }) => `ELB health check on \`${a.path}\` (may reach the database)`,
  'loop.path.unknown': 'ELB health check on an unknown path',
  'loop.grace.short': (a: { seconds: number }) => `grace period ${a.seconds} s`,
  'loop.grace.enough': (a: { seconds: number }) => `grace period ${a.seconds} s, long enough to boot`,
  'loop.grace.unknown': 'the grace period',
  'loop.hook.missing': 'no termination hook',
  'loop.hook.idle': 'a termination hook that nothing reacts to',
  'loop.hook.present': 'termination hook',
  'loop.hook.unknown': 'the termination hook',
  'loop.retained.present': 'instances kept when the hook is abandoned',
  'loop.shipping.missing': 'no log shipping',
  'loop.shipping.present': 'log shipping',
  'loop.shipping.unknown': 'log shipping',
  'loop.version.bugs': (a: { engine: string; version: string; count: number }) =>
    `${a.engine} ${a.version} has ${plural(a.count, 'known bug')} with connections or restarts`,
  'loop.version.clear': (a: { engine: string; version: string }) =>
    `no connection or restart bug is listed for ${a.engine} ${a.version}`,
  'loop.version.unknown': 'the database version',
  'loop.message': (a: LoopArgs & { group: string }, say: Say) => `Group ${a.group} ${chainOf(a, say)}`,
  'loop.first.fix': 'Fix first: a health check path that does not touch the database.',
  'loop.first.remains': 'What remains: a health check path that does not touch the database.',
  'loop.first.find': 'Find out first: whether that path touches the database.',
  'loop.several': (a: { message: Text; others: string[] }, say: Say) =>
    `${say(a.message)} The same applies to ${say(a.others)}.`,
  'loop.related.path': (a: { evidence: Text }, say: Say) => `The check that drives it: ${say(a.evidence)}`,
  'loop.related.shipping': (a: { evidence: Text }, say: Say) => `Logs: ${say(a.evidence)}`,
  'loop.related.database': (a: { evidence: Text }, say: Say) => `The database behind it: ${say(a.evidence)}`,
  'loop.related.hook': (a: { evidence: Text }, say: Say) => `Hook: ${say(a.evidence)}`,
} satisfies Record<string, Message>;
