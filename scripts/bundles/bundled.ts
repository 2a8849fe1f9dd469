import * as z from 'zod';
import type { BundledPackage } from './notices.ts';

type Listed = Pick<BundledPackage, 'name' | 'folder' | 'license'>;

/** Packages of package-lock.json, by their folders. */
export const Lock = z.object({
  version: z.string(),
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
});

/**
 * Bill of materials of the bundle, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). npm's own would either
 * omit development dependencies, and be empty, or list a thousand packages.
 */
export function sbomOf(
  packages: readonly Listed[],
  { version, packages: locked }: z.infer<typeof Lock>,
): object {
  const component = {
    type: 'application',
    name: 'errata-lens',
    version,
    'bom-ref': `pkg:npm/errata-lens@${version}`,
  };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...component, purl: component['bom-ref'] } },
    components: packages.map(({ name, folder, license }) => {
      const [named = '', release] = name.split(' ');
      const purl = release === undefined ? {} : { purl: `pkg:npm/${named.replace('@', '%40')}@${release}` };
      const digest = /^sha512-(.+)$/.exec(locked[folder]?.integrity ?? '')?.[1];
      return {
        type: 'library',
        'bom-ref': name,
        name: named,
        ...(release === undefined ? {} : { version: release }),
        ...purl,
        licenses: [{ expression: license }],
        ...(digest === undefined || release === undefined
          ? {}
          : { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }),
      };
    }),
  };
}

const Advisory = z.object({ title: z.string(), url: z.string(), severity: z.string() });
const Audit = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ nodes: z.array(z.string()), via: z.array(z.union([z.string(), Advisory])) }),
  ),
});

/**
 * Advisories on bundled packages, one per line. All packages are development dependencies, so npm's own filter would
 * skip them.
 * @param report output of `npm audit --json`
 * @throws if it is not a report, because then nothing was checked
 */
export function advisoriesOn(packages: readonly Listed[], report: unknown): string[] {
  const read = Audit.safeParse(report);
  if (!read.success) throw new Error('The registry gave no report: what is bundled was not checked.');
  const bundled = new Map(packages.map(({ folder, name }) => [folder, name]));
  return Object.values(read.data.vulnerabilities).flatMap(({ nodes, via }) => {
    const names = nodes.flatMap((folder) => bundled.get(folder) ?? []);
    // A string in `via` names another entry of the report.
    const own = via.filter((each) => typeof each !== 'string');
    return names.flatMap((name) =>
      own.map(({ severity, title, url }) => `${name}: ${severity}: ${title} (${url})`),
    );
  });
}
