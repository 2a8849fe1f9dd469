import type { Text } from '../../../model/index.ts';
import { form, type Message, part, plural, type Say } from '../../say.ts';

/** The views of the container, and the scan that fills them. */
export const tree = {
  'tree.assets': (a: { count: number }) => plural(a.count, 'asset'),
  'tree.count': (a: { count: number; severity: Text }, say: Say) => `${a.count} ${say(a.severity)}`,
  'tree.declared': (a: { version: string }) => `declared ${a.version}`,
  'tree.pending': (a: { version: string }) => `${a.version} pending`,
  'tree.versionUnknown': 'version unknown',
  'tree.supportEnded': 'support ended',
  'accounts.lost': (a: { count: number }) =>
    `${plural(a.count, 'asset')} of the kept result could not be understood and ${form(a.count, 'is', 'are')} left out. Scan again.`,
  'tree.clusters': (a: { count: number }) => plural(a.count, 'cluster'),
  'tree.others': (a: { count: number }) => `${a.count} more`,
  'tree.notReadable': 'Could not be read',
  'tree.filter.all': 'Everything',
  'tree.filter.worse': (a: { severity: Text }, say: Say) => `${say(a.severity)} or worse`,
  'tree.filter.title': 'Minimum severity to show',
  'tree.filtered': (a: { shown: Text }, say: Say) => `Showing only ${say(a.shown)}.`,
  'tree.copied': 'The ARN was copied.',
  'tree.noCode': (a: { name: string }) =>
    `No code in the open folders declares ${a.name}. If several places match, the tooltip lists them.`,
  'tree.noConsole': (a: { name: string }) => `No AWS console page is known for ${a.name}.`,
  'tree.exported': (a: { file: string }) => `The result was written to ${a.file}.`,
  'tree.nothingKept': 'No account scan is stored. Scan AWS accounts first.',

  'accounts.outcome': (a: { clusters: number; urgent: number; drifts: number; unknown: number }) =>
    `${plural(a.clusters, 'cluster')}: ${a.urgent} with urgent bugs${part(a.drifts, `, ${a.drifts} ${form(a.drifts, 'drifts', 'drift')}`)}${part(a.unknown, `, ${a.unknown} of unknown version`)}.`,
  'accounts.outcome.none': 'no clusters found.',
  'accounts.scanning': 'Errata Lens: reading AWS accounts',
  'accounts.asking': 'caller identities',
  'accounts.step.set': 'Which accounts?',
  'accounts.step.setHint': 'A saved set, or profiles and Regions of your choice',
  'accounts.choose': 'Choose profiles and Regions…',
  'accounts.deleteSet': (a: { name: string }) => `Delete the set ${a.name}`,
  'accounts.step.profiles': 'Profiles to read',
  'accounts.step.profilesHint': 'From the shared AWS configuration files; one or several',
  'accounts.defaultChain': 'Default credentials',
  'accounts.defaultChainHint': 'environment, default profile, container or instance role',
  'accounts.session': (a: { name: string }) => `SSO session ${a.name}`,
  'accounts.role': (a: { name: string }) => `role ${a.name}`,
  'accounts.account': (a: { id: string }) => `account ${a.id}`,
  'accounts.noOwnRegion': 'no Region of its own',
  'accounts.step.regions': 'Regions to read',
  'accounts.step.regionsHint': 'None chosen: each profile’s own',
  'accounts.ownRegion': (a: { profiles: string[] }, say: Say) => `of ${say(a.profiles)}`,
  'accounts.allRegions': 'All Regions enabled for an account',
  'accounts.saveSet': 'Save these profiles and Regions as a set…',
  'accounts.setName': 'Name of the set. Only names of profiles and Regions are kept, no credentials.',
  'accounts.step.confirm': 'Read these accounts?',
  'accounts.step.confirmHint': (a: { tier: string }) =>
    `Only caller identities have been requested. Tier: ${a.tier}; every call is read-only.`,
  'accounts.copyCommand': 'Copy command',
  'accounts.runInTerminal': 'Run in terminal',
  'accounts.mfa': (a: { device: string }) => `MFA code for ${a.device}`,
  'accounts.incomplete': 'incomplete',
  'accounts.damaged': 'The saved account scan is damaged and not shown. Scan again to replace it.',
  'accounts.notKept': 'The result is shown but could not be saved for the next session.',
  'accounts.delete': (a: { at: string }) =>
    `Delete the scan result of ${a.at}? AWS accounts are not changed.`,
  'accounts.deleteButton': 'Delete',
  'action.setRunning': (a: { version: string }) => `Set to the running version ${a.version}`,
} satisfies Record<string, Message>;
