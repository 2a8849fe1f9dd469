import type { Text } from '../../model/index.ts';
import { form, type Message, part, type Say, withoutStop } from '../say.ts';

const SYNTH = 'Run `cdk synth` and scan cdk.out, or scan the account.';
const DEFAULT = 'Give it a default, or scan the account.';
const VALUES = 'Set it in values.yaml, or scan the account.';
const VARIABLES = 'Set it in vars, defaults or group_vars, or scan the account.';
const WRITE = 'Write a version, or scan the account.';

export const unknown = {
  'version.unknown': (a: { asset: string; others: number; what: Text; reason: Text; next: Text }, say: Say) =>
    `${a.asset}${part(a.others, ` and ${a.others} more`)}: ${say(a.what)}, version unknown (${withoutStop(say(a.reason))}). ${say(a.next)}`,
  'unknown.row': (a: { what: Text }, say: Say) => `${say(a.what)}, version unknown`,
  'unknown.why': (a: { assets: string[]; reason: Text; next: Text }, say: Say) =>
    `${say(a.assets)}: ${say(a.reason)} ${say(a.next)}`,
  'unknown.heading': (a: { count: number }) =>
    form(
      a.count,
      '1 version is unknown, and so are its bugs:',
      `${a.count} versions are unknown, and so are their bugs:`,
    ),
  'unknown.more': (a: { count: number }) => `${a.count} more: errata-lens scan lists them.`,
  'unknown.others': (a: { count: number }) => `${a.count} more`,
  'unknown.of': (a: { name: string }) => a.name,
  'unknown.forExample': (a: { reason: Text }, say: Say) => `For example: ${say(a.reason)}`,
  'unknown.database': 'Database of unknown engine',
  'unknown.image': 'Operating system image',
  'unknown.notReported': 'The account did not report it.',
  'unknown.next.write': WRITE,
  'unknown.next.pin': 'Pin a release, or scan the account.',
  'unknown.next.release': 'Write a release as its notes do, or scan the account.',
  'unknown.next.engine': 'Write the engine, or scan the account.',
  'unknown.next.family': 'Correct the engine or the family, or scan the account.',
  'unknown.next.owner': 'Scan the code of its cluster too, or the account.',
  'unknown.next.image': 'Pin an image that names its release, or scan the account.',
  'unknown.next.host': 'Scan the account, or check /etc/os-release on a host.',
  'unknown.next.profile': 'Scan the account with a profile that may read it.',
  'unknown.next.value.terraform': 'Give it a default or a .tfvars, or scan the account.',
  'unknown.next.value.cloudformation':
    'Give the parameter a default or a parameter file, or scan the account.',
  'unknown.next.value.cdk': SYNTH,
  'unknown.next.value.pulumi': DEFAULT,
  'unknown.next.value.kubernetes': VALUES,
  'unknown.next.value.ansible': VARIABLES,
  'unknown.next.value.shell': 'Give the variable a value in the script, or scan the account.',
  'unknown.next.value.image': DEFAULT,
  'unknown.next.computed.terraform': 'Scan a plan (`terraform show -json`), or the account.',
  'unknown.next.computed.cloudformation': WRITE,
  'unknown.next.computed.cdk': SYNTH,
  'unknown.next.computed.pulumi': DEFAULT,
  'unknown.next.computed.kubernetes': VALUES,
  'unknown.next.computed.ansible': VARIABLES,
  'unknown.next.computed.shell': WRITE,
  'unknown.next.computed.image': WRITE,
} satisfies Record<string, Message>;
