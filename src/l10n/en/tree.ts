import type { Text } from '../../model/index.ts';
import { plural, type Message, type Say } from '../say.ts';

/** The views of the container, and the scan that fills them. */
export const tree = {
  'tree.assets': (a: { count: number }) => plural(a.count, 'asset'),
  'tree.count': (a: { count: number; severity: Text }, say: Say) => `${a.count} ${say(a.severity)}`,
  'tree.declared': (a: { version: string }) => `declared ${a.version}`,
  'tree.pending': (a: { version: string }) => `${a.version} pending`,
  'tree.supportEnded': () => 'support ended',
} satisfies Record<string, Message>;
