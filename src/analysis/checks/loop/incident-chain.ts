import { text } from '../../../l10n/index.ts';
import type { Location, Text } from '../../../model/index.ts';
import { engineName } from '../engine.ts';
import type { CheckLink } from '../answers.ts';
import type { ReplacementLoop } from './replacement-loop.ts';

/** The parts of the incident, in the order of a request. */
export const CHAIN_PARTS = ['load-balancer', 'group', 'instances', 'database'] as const;
export type ChainPart = (typeof CHAIN_PARTS)[number];

export type ChainState = 'weak' | 'unknown' | 'holds';

/** Link of the chain load balancer → group → instances → database, with its weaknesses. */
export interface ChainLink {
  part: ChainPart;
  /** Name of the asset; null if it is unknown. */
  name: string | null;
  state: ChainState;
  /** Sentences, the worst first. */
  evidence: readonly Text[];
  location: Location | null;
}

/** Loop as the chain that it runs through, for a picture. */
export function incidentChain(loop: ReplacementLoop): ChainLink[] {
  const { group, target, template, database } = loop;
  return [
    {
      part: 'load-balancer',
      name: target?.name ?? null,
      ...balancerLink(loop),
      location: target?.location ?? null,
    },
    { part: 'group', name: group.name, ...groupLink(loop), location: group.location },
    {
      part: 'instances',
      name: template?.name ?? null,
      ...worstOf([loop.shipping]),
      location: template?.location ?? null,
    },
    {
      part: 'database',
      name: database?.name ?? null,
      ...databaseLink(loop),
      location: database?.location ?? null,
    },
  ];
}

type Judged = Pick<ChainLink, 'state' | 'evidence'>;

function balancerLink({ path }: ReplacementLoop): Judged {
  if (path === null) return { state: 'unknown', evidence: [text('loop.path.unknown')] };
  return { state: path.risk === 'reaches' ? 'weak' : 'unknown', evidence: [path.evidence] };
}

function groupLink({ grace, isGraceShort, hook }: ReplacementLoop): Judged {
  const graceLink: CheckLink =
    grace === null
      ? { outcome: 'unknown', evidence: text('loop.grace.unknown') }
      : {
          outcome: isGraceShort === true ? 'fail' : 'pass',
          evidence: text(isGraceShort === true ? 'loop.grace.short' : 'loop.grace.enough', {
            seconds: grace,
          }),
        };
  return worstOf([graceLink, ...hook]);
}

function databaseLink({ database, bugs }: ReplacementLoop): Judged {
  const version = database?.versions.running ?? database?.version ?? null;
  if (database === null || version === null || bugs === null)
    return { state: 'unknown', evidence: [text('loop.version.unknown')] };
  const engine = engineName(database);
  return bugs > 0
    ? { state: 'weak', evidence: [text('loop.version.bugs', { engine, version, count: bugs })] }
    : { state: 'holds', evidence: [text('loop.version.clear', { engine, version })] };
}

/** Weak if one part fails, unknown if one is unknown; contains only the sentences of those parts. */
function worstOf(links: readonly CheckLink[]): Judged {
  const saying = (outcome: CheckLink['outcome']): Text[] =>
    links.filter((link) => link.outcome === outcome).map(({ evidence }) => evidence);
  const [failed, unknown] = [saying('fail'), saying('unknown')];
  if (failed.length > 0) return { state: 'weak', evidence: failed };
  if (unknown.length > 0) return { state: 'unknown', evidence: unknown };
  return { state: 'holds', evidence: saying('pass') };
}
