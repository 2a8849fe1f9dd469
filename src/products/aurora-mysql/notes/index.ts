import type { Labels } from '../../../model/index.ts';
import type { RawItem, ReleaseNoteSource } from '../../source.ts';
import { NOTICE_LABELS } from '../../notice-labels.ts';
import { readSupport } from './calendar.ts';
import { readCveTable } from './cve-table.ts';
import { discoverPages } from './discover.ts';
import { parseReleasePage } from './release-page/page.ts';
import { GUIDE } from './urls.ts';

export { readCveTable } from './cve-table.ts';

/** Release notes of Aurora MySQL versions 2, 3 and 8.4, from the vendor's guide of that name. */
export function auroraMysqlSource(classify: (item: RawItem) => Labels): ReleaseNoteSource {
  return {
    product: 'aurora-mysql',
    hosts: [new URL(GUIDE).host],
    discover: discoverPages,
    parse: parseReleasePage,
    support: readSupport,
    cveTable: readCveTable,
    classify: (item) => (item.isSubPoint ? SUB_POINT : classify(item)),
  };
}

const SUB_POINT: Labels = {
  ...NOTICE_LABELS,
  why: ['kind notice: part of the bullet before it'],
};
