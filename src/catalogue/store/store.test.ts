import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readCatalogue, markCatalogueCurrent, writeCatalogue } from './catalogue-file.ts';
import { createFolderStore } from './folder-store.ts';
import { CATALOGUE_MIGRATIONS, currentFormat, migrate } from './migrate.ts';
import { openCatalogue } from './open-catalogue.ts';
import { createPageCache } from './page-cache.ts';
import { StoreConflict, type Store } from './store.ts';
import type { Catalogue, Problem, ProductId, Release } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { bugOf, catalogueOf, itemOf, supportOf } from '../../../test/support/catalogue/catalogue.ts';

let folder: string;
describe('the store', () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bytes = (written: string) => new TextEncoder().encode(written);

  describe('a folder store', () => {
    test('creates its folder, and returns stored bytes', async () => {
      const store = createFolderStore(path.join(folder, 'a', 'b'));
      assert.equal(await store.get('deep/key.json'), null);
      const tag = await store.put('deep/key.json', bytes('one'));
      const kept = await store.get('deep/key.json');
      assert.equal(new TextDecoder().decode(kept?.bytes), 'one');
      assert.equal(kept?.tag, tag);
      assert.equal(store.locate('deep/key.json'), path.join(folder, 'a', 'b', 'deep', 'key.json'));
    });

    test("rejects a conditional write after another writer's", async () => {
      const store = createFolderStore(folder);
      const first = await store.put('key', bytes('one'), { ifMatch: null });
      await assert.rejects(store.put('key', bytes('two'), { ifMatch: null }), StoreConflict);
      const second = await store.put('key', bytes('two'), { ifMatch: first });
      await assert.rejects(store.put('key', bytes('three'), { ifMatch: first }), StoreConflict);
      assert.equal((await store.get('key'))?.tag, second);
      assert.deepEqual(readdirSync(folder), ['key']);
    });

    test('leaves nothing behind after a failed write', { skip: process.platform === 'win32' }, () => {
      // The limit simulates a full disk: no file of the process may exceed half a kilobyte.
      const module = path.resolve(import.meta.dirname, 'folder-store.ts');
      const script = `import { createFolderStore } from ${JSON.stringify(module)};
        await createFolderStore(${JSON.stringify(folder)}).put('pages/a', new Uint8Array(100_000));`;
      const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"`;
      const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, script], {
        encoding: 'utf8',
      });
      assert.notEqual(status, 0);
      assert.match(stderr, /EFBIG/);
      assert.deepEqual(readdirSync(path.join(folder, 'pages')), []);
    });

    test('rejects keys that leave the folder or that a file system cannot hold', async () => {
      const store = createFolderStore(folder);
      for (const key of ['../out', 'a/../../out', '/etc/passwd', 'C:\\x', 'Upper', 'a//b', '.hidden', '']) {
        await assert.rejects(store.put(key, bytes('x')), /Not a key/, key);
      }
    });

    test('removes leftovers of a killed run, but no fresh temporary file', async () => {
      const old = path.join(folder, 'catalogue.json.1-0.tmp');
      const fresh = path.join(folder, 'catalogue.json.2-0.tmp');
      writeFileSync(old, 'half');
      writeFileSync(fresh, 'half');
      utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
      await createFolderStore(folder).put('key', bytes('x'));
      assert.equal(existsSync(old), false);
      assert.equal(existsSync(fresh), true);
    });
  });

  describe('the stored catalogue', () => {
    const release: Release = {
      product: 'aurora-mysql',
      version: '2.11.2',
      date: '2023-03-24',
      line: '2',
      branch: '2.11',
      lts: false,
      status: ['deprecated'],
      communityVersion: '5.7.12',
      comparedTo: null,
      url: 'https://docs.aws.amazon.com/2.11.2.html',
      items: [itemOf('Fixed one thing.'), itemOf('Fixed another.')],
    };
    const catalogue: Catalogue = {
      ...catalogueOf([release], [bugOf('a1', ['2.11.2', '2.12.0'], { cves: ['CVE-2024-1'] })]),
      source: 'cache',
      support: [supportOf('2')],
      cveDifferences: [{ cve: 'CVE-2024-1', versionsOnlyInTable: ['2.11.3'], versionsOnlyInPages: [] }],
      problems: [
        {
          source: 'https://docs.aws.amazon.com/x.html',
          text: text('catalogue.update.unread', { cause: text('catalogue.fetch.truncated') }),
        },
      ],
    };
    const file = () => path.join(folder, 'catalogue.json');
    const edit = (change: (stored: Record<string, unknown>) => void) => {
      const stored = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;
      change(stored);
      writeFileSync(file(), JSON.stringify(stored));
    };

    test('equals the written one', async () => {
      const store = createFolderStore(folder);
      const tag = await writeCatalogue(store, { ...catalogue, source: 'live' }, '1.2.3');
      const read = await readCatalogue(store);
      assert.deepEqual(read, { stored: { catalogue, builtBy: '1.2.3', tag }, problems: [] });
      const opened = openCatalogue(readFileSync(file(), 'utf8'));
      assert.deepEqual(opened, { catalogue, builtBy: '1.2.3', dropped: 0 });
    });

    test('takes the time of a later look that found no change', async () => {
      const store = createFolderStore(folder);
      const tag = await writeCatalogue(store, catalogue, '1');
      const asOf = '2031-05-06T07:08:09.000Z';
      await markCatalogueCurrent(store, { catalogue, builtBy: '1', tag }, { ...catalogue, asOf });
      const { stored } = await readCatalogue(store);
      assert.deepEqual(stored, { catalogue: { ...catalogue, asOf }, builtBy: '1', tag });
    });

    const renewed = (store: Store, tag: string, asOf: string) =>
      markCatalogueCurrent(store, { catalogue, builtBy: '1', tag }, { ...catalogue, asOf });
    const renewals: [string, (store: Store, tag: string) => Promise<unknown>][] = [
      ['for another catalogue', (store) => renewed(store, 'another', '2031-05-06T07:08:09.000Z')],
      ['without a date', (store, tag) => renewed(store, tag, 'today')],
      ['cut off', (store) => store.put('catalogue.renewed.json', new TextEncoder().encode('{"tag":'))],
    ];
    for (const [name, renew] of renewals) {
      test(`keeps its own time if the confirmation of a later look is ${name}`, async () => {
        const store = createFolderStore(folder);
        await renew(store, await writeCatalogue(store, catalogue, '1'));
        const { stored, problems } = await readCatalogue(store);
        assert.deepEqual([stored?.catalogue.asOf, problems], [catalogue.asOf, []]);
      });
    }

    test('is reused in memory while its releases are in use', async () => {
      const store = createFolderStore(folder);
      const tag = await writeCatalogue(store, { ...catalogue }, '1');
      const first = await readCatalogue(store);
      const now = { ...catalogue, releases: [...catalogue.releases] };
      await markCatalogueCurrent(store, { catalogue, builtBy: '1', tag }, now);
      const second = await readCatalogue(store);
      assert.equal(first.stored?.catalogue.releases, catalogue.releases);
      assert.equal(second.stored?.catalogue.releases, now.releases);
    });

    test('skips validation of bytes that the same rules wrote', async () => {
      const [store, other] = [createFolderStore(folder), createFolderStore(path.join(folder, 'other'))];
      const odd = { ...release, date: 'yesterday' };
      await writeCatalogue(store, { ...catalogue, releases: [release, odd] }, '1', 'rules of today');
      await writeCatalogue(other, catalogue, '1'); // the process now holds neither
      const datesBy = async (rules: string | null): Promise<readonly string[] | undefined> =>
        (await readCatalogue(store, rules)).stored?.catalogue.releases.map(({ date }) => date);
      assert.deepEqual(await datesBy('other rules'), [release.date]);
      assert.deepEqual(await datesBy(null), [release.date]);
      assert.deepEqual(await datesBy('rules of today'), [release.date, 'yesterday']);
      await writeCatalogue(other, catalogue, '1');
      edit((stored) => (stored['builtBy'] = '2'));
      assert.deepEqual(await datesBy('rules of today'), [release.date]);
    });

    test('is read again if its file changed', async () => {
      const store = createFolderStore(folder);
      await writeCatalogue(store, catalogue, '1');
      edit((stored) => (stored['builtBy'] = '2'));
      assert.equal((await readCatalogue(store)).stored?.builtBy, '2');
    });

    test('can be read by product or as a whole', async () => {
      const [store, other] = [createFolderStore(folder), createFolderStore(path.join(folder, 'other'))];
      const of = (product: ProductId): Release => ({ ...release, product, url: 'a line\nof its own' });
      const all = {
        ...catalogue,
        releases: [
          of('aurora-mysql'),
          of('postgresql'),
          of('postgresql'),
          of('rds-mysql'),
          of('aurora-mysql'),
        ],
        bugs: [
          ...catalogue.bugs,
          ...catalogue.bugs.map((bug) => ({ ...bug, product: 'postgresql' as const })),
        ],
      };
      await writeCatalogue(store, all, '1', 'rules of today');
      const written = readFileSync(file(), 'utf8');
      const opened = openCatalogue(written);
      assert.deepEqual('catalogue' in opened && opened.catalogue, all, 'in the format of before');
      await writeCatalogue(other, catalogue, '1'); // the process now holds neither
      const read = async (product: ProductId): Promise<Catalogue | undefined> =>
        (await readCatalogue(store, 'rules of today', (each) => each === product)).stored?.catalogue;
      const own = await read('aurora-mysql');
      assert.deepEqual(own?.releases, [of('aurora-mysql'), of('aurora-mysql')]);
      assert.deepEqual(own.bugs, catalogue.bugs);
      assert.deepEqual(own.support, catalogue.support);
      assert.equal(own.upstream?.().releases.length, 2);
      assert.deepEqual((await read('bottlerocket'))?.releases, []);
      const ofOthers = (await readCatalogue(store, 'other rules', () => false)).stored?.catalogue;
      assert.deepEqual(ofOthers?.releases, all.releases, 'what is looked through is read whole');
    });

    test('is null without a problem if none exists', async () => {
      assert.deepEqual(await readCatalogue(createFolderStore(path.join(folder, 'none'))), {
        stored: null,
        problems: [],
      });
    });

    const damages: [string, string, () => void][] = [
      ['empty', 'catalogue.store.damaged', () => writeFileSync(file(), '')],
      [
        'cut off',
        'catalogue.store.damaged',
        () => {
          const whole = readFileSync(file());
          writeFileSync(file(), whole.subarray(0, whole.length / 2));
        },
      ],
      ['zeroed', 'catalogue.store.damaged', () => writeFileSync(file(), Buffer.alloc(4096))],
      ['another program’s', 'catalogue.store.foreign', () => writeFileSync(file(), '{"name":"x"}')],
      ['an array', 'catalogue.store.foreign', () => writeFileSync(file(), '[1,2]')],
      ['a newer version’s', 'catalogue.store.newer', () => edit((stored) => (stored['schemaVersion'] = 99))],
      ['without a catalogue', 'catalogue.store.foreign', () => edit((stored) => delete stored['catalogue'])],
      [
        'a folder',
        'catalogue.store.unreadable',
        () => {
          rmSync(file());
          mkdirSync(file());
        },
      ],
    ];
    for (const [name, key, damage] of damages) {
      test(`is null, with a problem, if the file is ${name}`, async () => {
        const store = createFolderStore(folder);
        await writeCatalogue(store, catalogue, '1');
        damage();
        const { stored, problems } = await readCatalogue(store);
        assert.equal(stored, null);
        assert.deepEqual(
          problems.map((problem) => [problem.source, problem.text.key]),
          [[file(), key]],
        );
      });
    }

    test('keeps valid records, and counts invalid ones', async () => {
      const store = createFolderStore(folder);
      await writeCatalogue(store, catalogue, '1');
      edit((stored) => {
        const inside = stored['catalogue'] as { releases: unknown[]; bugs: unknown[] };
        const spoilt = {
          ...release,
          items: [...release.items, { digest: 1 }],
          status: ['deprecated', 'new'],
        };
        inside.releases = [spoilt, { version: '9' }, { ...release, date: 'yesterday' }];
        inside.bugs.push('a bug');
      });
      const { stored, problems } = await readCatalogue(store);
      assert.deepEqual(stored?.catalogue, catalogue);
      assert.deepEqual(problems, [
        { source: file(), text: text('catalogue.store.partlyDamaged', { count: 5 }) },
      ]);
    });

    test('migrates step by step to the current format', () => {
      const steps = [(old: unknown) => `${String(old)}→2`, (old: unknown) => `${String(old)}→3`];
      assert.equal(currentFormat(steps), 3);
      assert.equal(migrate('1', 1, steps), '1→2→3');
      assert.equal(migrate('2', 2, steps), '2→3');
      assert.equal(migrate('3', 3, steps), '3');
    });
  });

  describe('stored pages', () => {
    const page = {
      url: 'https://docs.aws.amazon.com/AmazonRDS/CON.html',
      body: '<html>日本語 &amp; more</html>',
      contentType: 'text/html',
      origin: 'https://docs.aws.amazon.com',
      etag: '"1"',
      lastModified: null,
      fetchedAt: '2026-03-01T12:00:00.000Z',
    };
    const setUp = () => {
      const problems: Problem[] = [];
      return {
        problems,
        cache: createPageCache(createFolderStore(folder), (problem) => problems.push(problem)),
      };
    };

    test('are returned unchanged by their URL', async () => {
      const { cache, problems } = setUp();
      await cache.put(page);
      const directory = { ...page, url: 'https://docs.aws.amazon.com/' };
      await cache.put(directory);
      const encoded = { ...page, url: `https://docs.aws.amazon.com/${'%E3%81%82'.repeat(60)}.html?v=1` };
      await cache.put(encoded);
      assert.deepEqual(await cache.get(page.url), page);
      assert.deepEqual(await cache.get(directory.url), directory);
      assert.deepEqual(await cache.get(encoded.url), encoded);
      assert.equal(await cache.get(`${page.url}?v=2`), null);
      assert.deepEqual(problems, []);
    });

    test('have names that every file system can hold', async () => {
      const { cache } = setUp();
      for (const url of [
        page.url,
        'https://h/',
        'https://h/a?b=<>:"|*',
        `https://h/${'x'.repeat(300)}`,
        'https://h/..a',
      ]) {
        await cache.put({ ...page, url });
      }
      const names = readdirSync(path.join(folder, 'pages'));
      assert.equal(names.length, 5);
      for (const name of names) assert.match(name, /^[a-z0-9][a-z0-9.-]{0,59}-[0-9a-f]{16}\.gz$/);
    });

    test('count as missing if they are damaged, with a problem', async () => {
      const { cache, problems } = setUp();
      await cache.put(page);
      const [name = ''] = readdirSync(path.join(folder, 'pages'));
      const file = path.join(folder, 'pages', name);
      const whole = readFileSync(file);
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(255 - whole.readUInt8(whole.length - 12), whole.length - 12);
      for (const damaged of [
        whole.subarray(0, whole.length - 20),
        flipped,
        Buffer.from('{}'),
        Buffer.alloc(0),
      ]) {
        writeFileSync(file, damaged);
        assert.equal(await cache.get(page.url), null);
      }
      assert.deepEqual(
        problems.map((problem) => [problem.source, problem.text.key]),
        Array.from({ length: 4 }, () => [file, 'catalogue.store.pageDamaged']),
      );
      await cache.put(page);
      assert.deepEqual(await cache.get(page.url), page);
    });

    test('report one problem for all failed writes', async () => {
      writeFileSync(path.join(folder, 'pages'), 'a file in the way');
      const { cache, problems } = setUp();
      await cache.put(page);
      await cache.put({ ...page, url: `${page.url}?v=2` });
      assert.deepEqual(
        problems.map((problem) => problem.text.key),
        ['catalogue.store.unwritable'],
      );
    });
  });
});

test('migrates format 2 to names for any open-source engine', () => {
  const old = {
    bugs: [{ id: 'b', mysqlBugs: ['1'], bounds: { introducedInMysql: '8.0.30', names: [] } }, null],
    releases: [{ version: '3.10.4', mysqlVersion: '8.0.42', items: [{ mysqlBugs: ['1'] }, 'damaged'] }],
    support: [],
  };
  assert.deepEqual(migrate(old, 2, CATALOGUE_MIGRATIONS), {
    bugs: [{ id: 'b', communityBugs: ['1'], bounds: { introducedInCommunity: '8.0.30', names: [] } }, null],
    releases: [
      { version: '3.10.4', communityVersion: '8.0.42', items: [{ communityBugs: ['1'] }, 'damaged'] },
    ],
    support: [],
  });
  for (const damaged of [null, 'text', [], { bugs: 1 }]) {
    assert.deepEqual(migrate(damaged, 2, CATALOGUE_MIGRATIONS), damaged);
  }
});

test('migrates format 1 to consequences and needs', () => {
  const old = { bugs: [{ id: 'b', impact: 'memory', features: ['binlog', 'xa'] }] };
  assert.deepEqual(migrate(old, 1, CATALOGUE_MIGRATIONS), {
    bugs: [
      {
        id: 'b',
        impact: 'memory',
        features: ['binlog', 'xa'],
        consequences: ['memory'],
        needs: [['binlog', 'xa']],
        traits: [],
      },
    ],
  });
});
