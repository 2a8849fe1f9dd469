import { memoize } from '../basics/memoize.ts';

/** Base packages that nearly everything on a host depends on, in display order. */
const BASE_FAMILIES: readonly [family: string, member: RegExp][] = [
  ['kernel', /^kernel(?:\d+\.\d+)?(?:-(?!livepatch).*)?$/],
  ['openssl', /^openssl\d*(?:-.*)?$/],
  ['glibc', /^(?:glibc(?:-.*)?|libcrypt|nss_db)$/],
  ['curl', /^(?:lib)?curl(?:-.*)?$/],
  ['systemd', /^(?:systemd(?:-.*)?|libudev(?:-.*)?|libgudev1(?:-.*)?)$/],
  ['openssh', /^openssh(?:-.*)?$/],
];

/** Base package that a package is built with (`libcurl` → `curl`, `kernel6.12` → `kernel`), else its own name. */
export const packageFamily = memoize(
  (name: string): string => BASE_FAMILIES.find(([, member]) => member.test(name))?.[0] ?? name,
);

const RANKS: ReadonlyMap<string, number> = new Map(BASE_FAMILIES.map(([name], rank) => [name, rank]));

/** 0 for the kernel, 1 for openssl, …; the same high number for everything that is not a base package. */
export function familyRank(family: string): number {
  return RANKS.get(family) ?? BASE_FAMILIES.length;
}
