import { text } from '../../l10n/index.ts';
import { isFileLocation, type Asset } from '../../model/index.ts';
import { allOf, type Answer, type CheckLink, type AnswerExtras } from './answers.ts';

// A chain is a list of links that have to hold, in order: metric → threshold → action → topic → subscriber.
// Conditions and Regions are no links: `run.ts` evaluates every case of the conditions, and the graph leaves out other
// Regions.

/** Link of a chain: `pass` holds, `fail` is broken, `unknown` cannot be seen. */
export interface NamedLink extends CheckLink {
  name: string;
  /** Resource that decides it; null if that is missing. */
  at: Asset | null;
}

export type Chain = readonly NamedLink[];

/** Names a link and the resource that decides it. */
export function nameLink(name: string, at: Asset | null, link: CheckLink): NamedLink {
  return { ...link, name, at };
}

/** A link and, unless it is broken, the links behind it. */
export function follow(link: NamedLink, next: () => Chain): Chain {
  return link.outcome === 'fail' ? [link] : [link, ...next()];
}

/** Link that decides a chain: the first broken one, else the first unknown one; undefined if all hold. */
export function decisiveLink(links: Chain): NamedLink | undefined {
  return (
    links.find(({ outcome }) => outcome === 'fail') ?? links.find(({ outcome }) => outcome === 'unknown')
  );
}

/** Answer of a chain: passes if every link holds, else gives the deciding link and its place. */
export function answerOfChain(links: Chain, more: AnswerExtras = {}): Answer {
  const decisive = decisiveLink(links);
  if (decisive === undefined) return allOf(links, more);
  return allOf([withPlace(decisive)], more);
}

/** Answer of chains that all have to hold: the deciding link of each, else its first and last link. */
export function answerOfChains(chains: readonly Chain[], more: AnswerExtras = {}): Answer {
  const decisive = chains.flatMap((chain) => decisiveLink(chain) ?? []);
  const deciding = chains.flatMap((chain) => {
    const own = decisiveLink(chain);
    return own === undefined ? [chain[0], chain.at(-1)] : [withPlace(own)];
  });
  const links = [...new Set(deciding)].filter((link) => link !== undefined);
  return { ...allOf(links, more), link: decisiveLink(decisive)?.name ?? null };
}

/** Best of alternative chains: one that holds, else an unknown one, else the one that holds longest. */
export function bestChain(chains: readonly [Chain, ...Chain[]]): Chain {
  return chains.reduce((best, each) => (rankOf(each) > rankOf(best) ? each : best));
}

function rankOf(links: Chain): number {
  switch (decisiveLink(links)?.outcome) {
    case undefined:
      return Infinity;
    case 'fail':
      return links.findIndex(({ outcome }) => outcome === 'fail');
    default:
      return Number.MAX_SAFE_INTEGER;
  }
}

/** Evidence of a link, with the place of the resource if it is in a file. */
function withPlace(link: NamedLink): NamedLink {
  const location = link.at?.location;
  if (location === undefined || !isFileLocation(location)) return link;
  const place = `${location.file}:${location.line}`;
  return { ...link, evidence: text('evidence.at', { evidence: link.evidence, place }) };
}
