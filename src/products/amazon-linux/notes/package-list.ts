import type { PackageUpdate } from '../../../model/index.ts';
import { withoutEpoch, type Rpm } from './fixes/rpm.ts';

interface Entry {
  name: string;
  version: string;
  channel: string | null;
  arches: Set<string>;
  cves: Set<string>;
}

/** Packages of one release from the lists of its page: each name and version once, in order of mention. */
export class PackageList {
  readonly #entries = new Map<string, Entry>();
  /** Words in the place of a package's name that are not a name. */
  readonly nameless: string[] = [];

  /** Adds a package, or new facts about a known one. Keeps an epoch that another list omits. */
  add(rpm: Rpm, channel: string | null): Entry {
    const key = `${rpm.name} ${withoutEpoch(rpm.version)}`;
    const entry = this.#entries.get(key) ?? {
      name: rpm.name,
      version: rpm.version,
      channel,
      arches: new Set<string>(),
      cves: new Set<string>(),
    };
    this.#entries.set(key, entry);
    if (rpm.version.includes(':')) entry.version = rpm.version;
    if (rpm.arch !== null) entry.arches.add(rpm.arch);
    return entry;
  }

  /** Adds packages and the CVEs that they fix. */
  fix(rpms: readonly Rpm[], cves: readonly string[], channel: string | null): void {
    for (const rpm of rpms) {
      const entry = this.add(rpm, channel);
      for (const cve of cves) entry.cves.add(cve);
    }
  }

  /** Kernel package for a number such as `4.14.186`, else for its series (`4.14`); for null, the first kernel. */
  kernel(number: string | null): Rpm | null {
    const kernels = [...this.#entries.values()].filter(({ name }) => name === 'kernel');
    const series = number?.split('.').slice(0, 2).join('.') ?? '';
    const starts = (beginning: string): Entry | undefined =>
      kernels.find(({ version }) => withoutEpoch(version).startsWith(beginning));
    const found = number === null ? kernels[0] : (starts(`${number}-`) ?? starts(`${series}.`));
    return found ? { name: found.name, version: found.version, arch: null } : null;
  }

  all(): PackageUpdate[] {
    return [...this.#entries.values()].map((entry) => ({
      name: entry.name,
      version: entry.version,
      arches: [...entry.arches].sort(),
      cves: [...entry.cves].sort(),
      channel: entry.channel,
    }));
  }
}

/** Distinct CVE numbers of a text, in order. */
export function cvesOfText(text: string): string[] {
  return [...new Set(text.match(/CVE-\d{4}-\d{4,7}/g))];
}
