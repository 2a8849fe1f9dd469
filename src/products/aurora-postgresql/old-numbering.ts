/**
 * Community versions for Aurora's own minor versions, which ended with 1.11, 2.9, 3.6 and 4.2. Patches kept their
 * number in the new naming: 3.4.8 is a patch of 11.9, and so is the later 11.9.9.
 */
const COMMUNITY: Readonly<Record<string, string>> = {
  '1.0': '9.6.3',
  '1.1': '9.6.6',
  '1.2': '9.6.8',
  '1.3': '9.6.9',
  '1.4': '9.6.11',
  '1.5': '9.6.12',
  '1.6': '9.6.16',
  '1.7': '9.6.17',
  '1.8': '9.6.18',
  '1.9': '9.6.19',
  '1.10': '9.6.21',
  '1.11': '9.6.22',
  '2.0': '10.4',
  '2.1': '10.5',
  '2.2': '10.6',
  '2.3': '10.7',
  '2.4': '10.11',
  '2.5': '10.12',
  '2.6': '10.13',
  '2.7': '10.14',
  '2.8': '10.16',
  '2.9': '10.17',
  '3.0': '11.4',
  '3.1': '11.6',
  '3.2': '11.7',
  '3.3': '11.8',
  '3.4': '11.9',
  '3.5': '11.11',
  '3.6': '11.12',
  '4.0': '12.4',
  '4.1': '12.6',
  '4.2': '12.7',
};

const OWN = new Map(Object.entries(COMMUNITY).map(([own, community]) => [community, own]));
const LINES: Readonly<Record<string, string>> = { '1': '9.6', '2': '10', '3': '11', '4': '12' };

/** `11.9.8` for `3.4.8`, `11` for `3`; null for anything outside Aurora's own numbering. */
export function fromOldNumber(number: string): string | null {
  const [, minor = '', patch = ''] = /^(\d+\.\d+)((?:\.\d+)?)$/.exec(number) ?? [];
  const community = COMMUNITY[minor];
  return community === undefined ? (LINES[number] ?? null) : community + patch;
}

/** `3.4.8` for the patch 8 of the minor version 11.9; null for a minor version that never had such a name. */
export function toOldNumber(branch: string, patch: number): string | null {
  const own = OWN.get(branch);
  return own === undefined ? null : `${own}.${patch}`;
}
