import type { Block } from '../../pages/blocks.ts';
import { findDay } from '../../pages/dates.ts';
import type { Addition, Page, ParsedPage } from '../../source.ts';
import { VERSIONS } from '../versions.ts';
import { readItems } from './items.ts';
import { itemsOfPart } from './parts.ts';
import { readPage } from './read-page.ts';
import { sectionsOf } from './page.ts';

/** `Aurora Babelfish release 5.5.0, April 6, 2026`, `Babelfish for Aurora PostgreSQL release 9.3.0, June 8, 2031`. */
const BABELFISH_RELEASE = /\bbabelfish\b.*\brelease \d+\.\d+\.\d+/i;
const BABELFISH_MINOR = /^babelfish for aurora postgresql \d+\.\d+(?!\.?\w)/i;
/** "… is provided with Aurora PostgreSQL 14.3 and 14.4." */
const PROVIDED_WITH = /\bprovided with aurora postgresql (\d+\.\d+(?:(?:, | and )\d+\.\d+)*)/i;

/** Reads the page of Babelfish, whose releases accompany releases of the engine. Never throws. */
export function parseBabelfish(page: Page): ParsedPage {
  return parsePage(page, (blocks) => {
    const additions: Addition[] = [];
    let minors: readonly string[] = [];
    let open: { date: string | null; minors: readonly string[]; blocks: Block[] } | null = null;
    const close = (): void => {
      const items = open === null ? [] : itemsOfPart(readItems(open.blocks), 'babelfish');
      for (const minor of open?.minors ?? [])
        additions.push({ branch: minor, date: open?.date ?? null, items });
      open = null;
    };
    for (const block of blocks) {
      if (block.kind === 'heading' && BABELFISH_RELEASE.test(block.text)) {
        close();
        open = { date: findDay(block.text), minors, blocks: [] };
      } else if (block.kind === 'heading' && BABELFISH_MINOR.test(block.text)) {
        close();
        minors = [];
      } else if (open !== null) {
        open.blocks.push(block);
      } else if (block.kind === 'paragraph') {
        const named = PROVIDED_WITH.exec(block.inline.text)?.[1];
        if (named !== undefined) minors = named.split(/, | and /);
      }
    }
    close();
    return additions;
  });
}

/** Reads the page of query plan management: `apg_plan_mgmt version 7.7 for Aurora PostgreSQL 17.9`. Never throws. */
export function parsePlanManagement(page: Page): ParsedPage {
  return parsePage(page, (blocks) =>
    sectionsOf(blocks).flatMap(({ heading, blocks: own }) =>
      heading.kind === 'release'
        ? [
            {
              branch: VERSIONS.branch(heading.version),
              date: heading.date,
              items: itemsOfPart(readItems(own), 'plans'),
            },
          ]
        : [],
    ),
  );
}

function parsePage(page: Page, read: (blocks: readonly Block[]) => Addition[]): ParsedPage {
  return readPage(page, (blocks) => ({ releases: [], additions: read(blocks) }));
}
