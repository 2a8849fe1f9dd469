import type { JudgedPairs } from '../merge/judged-pairs.ts';

/**
 * Manual links by bullet digests, for bullets that the rules of merge/ misjudge. For past pages only; the quality of
 * the rules is measured without them (`npm run catalogue:score`).
 */
export const CURATED_LINKS: JudgedPairs = {
  same: [
    // A restart that fails with very many privileges: 2.09 says "a large number", 2.10 gives a size.
    ['428b47e504', '7e27e060e2'],
    // User-level locks on readers.
    ['24a61f24d9', 'ed5de97099'],
    // Full-text queries on a reader, right after a query of INNODB_SYS_TABLES on the writer.
    ['1d7736b9c5', 'e12f78af67'],
    // Readers that restart under large updates on the writer, in the words of 3.02.3 and 2.12.0.
    ['6a8e3205e1', 'ba6c06591f'],
    // Aurora PostgreSQL: the engine reports readiness too early, in the words of 17.5 and its patches.
    ['62afc4a38d', '24a3d8c309'],
    // Server names truncated in the replica status.
    ['ae991cd5ba', 'efda16c5bc'],
    // The foreign data wrapper for SQL Server cannot connect.
    ['b8fb00f769', 'ddf96cb32b'],
    // A crashing function, with two spellings of "aggregate".
    ['0eee70e652', '1a09eff1e3'],
    // PostgreSQL: dropped columns in updates by logical replication; 11 has no generated columns, and one commit less.
    ['b29027bdd1', 'd2c3d7aafc'],
    // Sorting by pg_dump, of which 18.1 lists one of three commits.
    ['7bca4ac352', '83c85ae39e'],
  ],
  different: [
    // 2.12.0 lists both, so the wording of 3.02.3 is not that of 2.11.1 and 3.03.0.
    ['6a8e3205e1', 'a896bae334'],
    ['6a8e3205e1', '8fc499fcb6'],
    // Lag of deleted readers, not replication lag in general.
    ['b6ac4d2ab0', '0a3fbc4691'],
    // Aurora PostgreSQL: replication that hangs, and replication stuck after a restart.
    ['4889557827', 'd7d455db60'],
    // Imports of snapshots with files that do not fit, and of all others.
    ['cc381d0b03', 'e080c5676d'],
    // Scaling of Serverless v1, before there was v2.
    ...['28fc2c86da', '4db8430701', '818c8ef778', 'a89d19be70'].flatMap((second) => [
      [second, 'd6c3a4e535'] as const,
      [second, 'd50412cb17'] as const,
    ]),
    // Readers that rejoin, and readers that only replay, under many subtransactions.
    ['d26a08259f', 'd9739efb9d'],
    // Reconnecting readers: their metadata of subtransactions, and failing to reconnect.
    ['ae37337047', 'f29c7cf1cf'],
    // Plans of prepared statements: an outage, and plans that are not enforced.
    ['8b92420c16', 'dbf8c5b020'],
    // Crashing B-tree scans: of readers, and in parallel.
    ['4204a78f2a', 'f28078636c'],
    // Inconsistent metadata, and a database that therefore does not start.
    ['812f4cecb2', 'bc18d2eed4'],
  ],
  brought: [
    // PostgreSQL: a nested bracket in SIMILAR TO.
    ['1a85db539b', '315b434dc9'],
    // Semantic levels of aggregates over sub-selects with a CTE.
    ['4062ff6d59', '6eaca150ca'],
    // The next multixact's offset, written with the one before, and what an older primary wrote.
    ['c8d877d0bf', 'c28b75dbc3'],
    ['1f557e556f', 'c28b75dbc3'],
    // Generated columns in the condition of COPY, whose check took system columns for such.
    ['7b86d859dc', 'c288b22655'],
    // Session tickets of one kind disabled, those of the other enabled.
    ['8f3e4173ec', 'cddd0b9478'],
    // A workaround for libxml2 2.13 with a limit of its own.
    ['8fe3cd1c3f', '8acfbb9256'],
    // A parameter, and the check of its values.
    ['7a65a2d181', '45bb9e0003'],
    // Options of psql's \connect.
    ['b00917f674', '76cc6e0046'],
  ],
};
