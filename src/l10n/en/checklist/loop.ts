import type { Text } from '../../../model/index.ts';
import { plural, type Message, type Say } from '../../say.ts';

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
  'loop.message': (
    a: {
      /** One, or several that this is the same of. */
      group: string | readonly string[];
      path: Text;
      grace: Text | null;
      lost: Text[];
      kept: Text[];
      version: Text | null;
      open: Text[];
      reaches: boolean;
    },
    say: Say,
  ) => {
    const grace = a.grace === null ? '' : `, ${say(a.grace)}`;
    const groups = typeof a.group === 'string' || a.group.length === 1 ? 'Group' : 'Groups';
    const cause = `${groups} ${say(a.group)} can replace healthy instances in a loop when the database is slow: ${say(a.path)}${grace}.`;
    const lost = a.lost.length > 0 ? ` Logs would be lost: ${say(a.lost)}.` : '';
    const kept =
      a.kept.length > 0 && a.lost.length === 0
        ? ` In place: ${say(a.kept)}: they save evidence but do not stop the loop.`
        : '';
    const version = a.version === null ? '' : ` ${capitalised(say(a.version))}.`;
    const open = a.open.length > 0 ? ` Not known here: ${say(a.open)}.` : '';
    const verb = a.reaches ? (a.lost.length > 0 ? 'Fix first' : 'What remains') : 'Find out first';
    const first = a.reaches
      ? 'a health check path that does not touch the database'
      : 'whether that path touches the database';
    return `${cause}${lost}${kept}${version}${open} ${verb}: ${first}.`;
  },
  'loop.several': (a: { message: Text; others: string[] }, say: Say) =>
    `${say(a.message)} The same applies to ${say(a.others)}.`,
  'loop.related.path': (a: { evidence: Text }, say: Say) => `The check that drives it: ${say(a.evidence)}`,
  'loop.related.shipping': (a: { evidence: Text }, say: Say) => `Logs: ${say(a.evidence)}`,
  'loop.related.database': (a: { evidence: Text }, say: Say) => `The database behind it: ${say(a.evidence)}`,
  'loop.related.hook': (a: { evidence: Text }, say: Say) => `Hook: ${say(a.evidence)}`,
} satisfies Record<string, Message>;

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
