import * as z from 'zod';
import type { Catalogue, Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { catalogueSchema } from './catalogue-schema.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, FILE_MARK, migrate } from './migrate.ts';

const envelope = z.object({
  format: z.literal(FILE_MARK),
  schemaVersion: z.int().min(1),
  builtBy: z.string().catch(''),
  catalogue: z.unknown(),
});

/** Catalogue as written, or the reason why it is unusable; `dropped` counts damaged entries. */
export function openCatalogue(
  written: string,
): { catalogue: Catalogue; builtBy: string; dropped: number } | Pick<Problem, 'text'> {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch (error) {
    return { text: text('catalogue.store.damaged', { error: error instanceof Error ? error.message : '' }) };
  }
  const opened = envelope.safeParse(json);
  if (!opened.success) return { text: text('catalogue.store.foreign') };
  const { schemaVersion: found, builtBy } = opened.data;
  const known = currentFormat(CATALOGUE_MIGRATIONS);
  if (found > known) return { text: text('catalogue.store.newer', { found, known }) };
  let dropped = 0;
  const parsed = catalogueSchema(() => dropped++).safeParse(
    migrate(opened.data.catalogue, found, CATALOGUE_MIGRATIONS),
  );
  if (!parsed.success) {
    const error = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    return { text: text('catalogue.store.damaged', { error }) };
  }
  return { catalogue: { ...parsed.data, source: 'cache' }, builtBy, dropped };
}
