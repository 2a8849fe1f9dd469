import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { FetchFailure } from '../../../src/products/index.ts';
import { mirrorsIn } from '../../../src/products/amazon-linux/updateinfo/index.ts';
import { readRepomd } from '../../../src/products/amazon-linux/updateinfo/repomd.ts';
import { unpackText } from '../../../src/products/amazon-linux/updateinfo/unpack.ts';
import { readUpdates } from '../../../src/products/amazon-linux/updateinfo/updates.ts';
import { mutations } from '../../../test/support/hostile/mutations.ts';
import { updateinfoOf } from '../../../test/support/pages/updateinfo.ts';
import type { FuzzInput, FuzzTarget } from '../target.ts';

/** File of a package repository, with its reader. */
interface GeneratedFile {
  what: string;
  texts: readonly string[];
  read: (text: string) => Promise<void> | void;
}

const FILES: readonly GeneratedFile[] = [
  {
    what: 'advisories of a repository',
    texts: [
      updateinfoOf(
        { id: 'ALAS-2031-001', name: 'kernel', day: '2031-05-06', packages: ['kernel 5.10.1-2.amzn2'] },
        {
          id: 'ALAS2023-2031-002',
          name: 'openssl',
          day: '2031-05-07',
          severity: 'critical',
          cves: ['CVE-2031-0001', 'CVE-2031-0002'],
          packages: ['openssl 1:3.0.8-1.amzn2023.0.12', 'openssl-libs 1:3.0.8-1.amzn2023.0.12'],
        },
      ),
      '<?xml version="1.0" ?>\n<updates></updates>',
    ],
    read: async (text) => {
      const { advisories } = await readUpdates([text], null);
      for (const { date } of advisories) assert.match(date, /^\d{4}-\d\d-\d\d$/, 'an advisory has no day');
    },
  },
  {
    what: 'index of a repository',
    texts: [
      '<?xml version="1.0"?>\n<repomd><data type="updateinfo"><checksum type="sha256">00ff</checksum><location href="repodata/updateinfo.xml.gz"/></data><data type="primary"><location href="repodata/primary.xml.gz"/></data></repomd>',
    ],
    read: async (text) => {
      await readRepomd(text);
    },
  },
  {
    what: 'list of mirrors',
    texts: [
      'https://cdn.amazonlinux.com/al2023/core/guids/0/x86_64\nhttps://cdn.amazonlinux.com/2/core/2.0/x86_64/1\n',
    ],
    read: (text) => void mirrorsIn(text),
  },
  {
    what: 'packed advisories that break off',
    texts: [
      gzipSync(updateinfoOf({ id: 'ALAS-2031-001', name: 'curl', day: '2031-05-06' })).toString('base64'),
    ],
    read: async (text) => {
      await readUpdates(unpackText(text, 1_000_000), null);
    },
  },
];

const BY_NAME = new Map(FILES.map((file) => [file.what, file]));
const SNIPPETS: readonly string[] = [
  ...['<update type="security">', '</update>', '</updates>', '<pkglist>', '<package name="a" epoch="x">'],
  ...['&amp;', '&#x110000;', '&nope;', '<![CDATA[', ']]>', '<!--', '<!DOCTYPE a [<!ENTITY b "c">]>', '<?'],
  ...['<severity>urgent</severity>', '<issued date="2031-13-45"/>', '<id></id>', '\u0000', '"'],
];

/** Changed metadata of a package repository. */
export const updateinfo: FuzzTarget = {
  name: 'updateinfo',
  share: 4,
  inputs: fc.oneof(
    ...FILES.map(({ what, texts }) =>
      fc
        .tuple(fc.constantFrom(...texts), mutations(texts, { snippets: SNIPPETS, most: 4000 }))
        .map(([text, mutate]): FuzzInput => ({ what, text: mutate(text) })),
    ),
  ),
  check: async ({ what, text }) => {
    const file = BY_NAME.get(what);
    if (file === undefined) throw new Error(`no file is called ${what}`);
    try {
      await file.read(text);
    } catch (error) {
      // Rejected: broken, or of another kind.
      if (!(error instanceof FetchFailure)) throw error;
    }
  },
};
