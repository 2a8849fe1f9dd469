import type { Text, TextArg } from '../../model/index.ts';
import { type Message, part, type Say } from '../say.ts';

/** Features that a bug needs, and the word for a database that may use them. */
interface Reach extends Record<string, TextArg> {
  features: readonly Text[];
  unit: Text;
}

/** Reasons for a bug's urgency: one short phrase per part of its score. */
export const urgency = {
  'urgency.urgent': 'urgent',
  'urgency.ordinary': 'ordinary',
  'urgency.minor': 'minor',

  'urgency.does.data': 'wrong, stale or lost data',
  'urgency.does.unavailability.cluster': 'the database goes down or cannot start',
  'urgency.does.unavailability.instance': 'an instance restarts, fails over or hangs',
  'urgency.does.unavailability.slow': 'a restart takes longer',
  'urgency.does.connectivity': 'connections are refused, dropped or stall',
  'urgency.does.replication': 'replication stops or goes out of sync',
  'urgency.does.memory': 'memory or local storage runs out',
  'urgency.does.performance': 'statements or commits slow down',
  'urgency.does.upgrade': 'an upgrade, patch or restore fails',
  'urgency.does.security': 'a security weakness',
  'urgency.does.observability': 'a metric, log line or status is wrong',
  'urgency.does.functionality': 'a statement or feature fails',
  'urgency.consequence': (a: { worst: Text; others: readonly Text[] }, say: Say) =>
    `${say(a.worst)}${part(a.others, `; also ${say(a.others)}`)}`,
  'urgency.rated': (a: { severity: Text }, say: Say) => `rated ${say(a.severity)}`,
  'urgency.unrated': 'unrated',

  'urgency.reach.any': (a: { unit: Text }, say: Say) => `can affect any ${say(a.unit)}`,
  'urgency.reach.on': (a: Reach, say: Say) => `in use here: ${say(a.features)}`,
  'urgency.reach.off': (a: { feature: Text; unit: Text }, say: Say) => `off here: ${say(a.feature)}`,
  'urgency.reach.everyday': (a: Reach, say: Say) =>
    `involves ${say(a.features)} (nearly every ${say(a.unit)})`,
  'urgency.reach.some': (a: Reach, say: Say) => `only with ${say(a.features)} (some ${say(a.unit)}s)`,
  'urgency.reach.seldom': (a: Reach, say: Say) => `only with ${say(a.features)} (few ${say(a.unit)}s)`,
  'urgency.reach.named': (a: { named: readonly Text[]; others: readonly Text[] }, say: Say) =>
    `${say(a.named)}${part(a.others, `; only with ${say(a.others)}`)}`,
  'urgency.reach.naming': (a: { name: string; where: string }) => `${a.name}, named in ${a.where}`,
  'urgency.reach.namingOfOne': (a: { name: string; where: string; unit: Text }, say: Say) =>
    `${a.name}, named in ${a.where} (which ${say(a.unit)} uses it: unknown)`,

  'urgency.trait.rare': 'rare, according to the notes',
  'urgency.trait.load': 'occurs under load',
  'urgency.trait.everyday': 'ordinary traffic is enough',
  'urgency.trait.narrow': 'needs an unusual statement or value',
  'urgency.trait.event': 'only around a restart, failover, patch or shortage',
  'urgency.trait.reader': 'affects replicas only',
  'urgency.trait.privileged': 'needs an unusual administrator action',
  'urgency.trait.unprovoked': 'set off by the service itself, without any workload',
  'urgency.trait.damage': 'can leave damage that the update does not repair',
  'urgency.trait.lasting': 'a restart does not end it',
  'urgency.community': (a: { engine: string }) =>
    `a ${a.engine} community bug, often triggered by one kind of statement`,
  'urgency.noTrigger': 'trigger not documented',
  'urgency.unsure': 'may not affect this version',
} satisfies Record<string, Message>;
