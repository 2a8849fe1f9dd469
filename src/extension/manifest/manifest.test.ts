import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { manifestFiles } from '../../../scripts/lib/manifest.ts';
import { ASSISTANT_TOOLS } from '../contributions/names.ts';
import {
  accountSettings,
  assistantsEnabled,
  isEnabled,
  readingBudget,
  shownLevel,
  showsCodeLens,
  watchSettings,
  type Settings,
} from '../contributions/settings.ts';
import { browserManifest } from './index.ts';
import { say, text } from '../../l10n/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = z
  .object({
    contributes: z.object({
      commands: z.array(z.object({ command: z.string() })),
      menus: z.object({ commandPalette: z.array(z.object({ command: z.string(), when: z.string() })) }),
      configuration: z.object({ properties: z.record(z.string(), z.looseObject({ default: z.unknown() })) }),
    }),
  })
  .parse(JSON.parse(read('package.json'))).contributes;
const settings = manifest.configuration.properties;

/** Settings whose value is computed from their name, and the names that were read. */
function fakeSettings(valueOf: (name: string) => unknown): { settings: Settings; asked: Set<string> } {
  const asked = new Set<string>();
  const getConfiguration = (section?: string) => ({
    get(name: string) {
      asked.add(`${section}.${name}`);
      return valueOf(`${section}.${name}`);
    },
  });
  return { settings: { getConfiguration } as unknown as Settings, asked };
}

function readAll(from: Settings) {
  return {
    enabled: isEnabled(from, undefined),
    codeLens: showsCodeLens(from, undefined),
    budget: readingBudget(from),
    levels: (['warning', 'information', 'hint'] as const).map((level) => shownLevel(from, level, undefined)),
    watch: watchSettings(from),
    accounts: accountSettings(from),
    assistants: assistantsEnabled(from),
  };
}

describe('package.json', () => {
  test('equals the output of npm run manifest, as do its sentences', () => {
    for (const [file, content] of manifestFiles())
      assert.equal(readFileSync(file, 'utf8'), content, `${path.basename(file)}: run npm run manifest`);
  });

  test('refers to every sentence of package.nls.json, in one of the two manifests', () => {
    const written = read('package.json') + JSON.stringify(browserManifest());
    const sentences = Object.keys(JSON.parse(read('package.nls.json')) as object);
    assert.deepEqual(
      sentences.filter((key) => !written.includes(`"%${key}%"`)),
      [],
    );
  });

  test('contributes exactly the settings that the code reads', () => {
    const { settings: none, asked } = fakeSettings(() => undefined);
    readAll(none);
    assert.deepEqual([...asked].sort(), Object.keys(settings).sort());
  });

  test('shows at most a dozen commands in the palette, and none that belongs to a row', () => {
    const hidden = new Set(manifest.menus.commandPalette.map(({ command }) => command));
    const shown = manifest.commands.map(({ command }) => command).filter((command) => !hidden.has(command));
    assert.ok(shown.length <= 12, shown.join(', '));
    assert.ok(shown.includes('errataLens.whatsNew'));
    assert.deepEqual(
      shown.filter((command) => command.startsWith('errataLens.news.')),
      [],
    );
    assert.ok(manifest.menus.commandPalette.every(({ when }) => when === 'false'));
  });

  test('offers nothing to assistants before the user allows it', () => {
    const { languageModelTools: tools } = z
      .object({ languageModelTools: z.array(z.object({ when: z.string(), inputSchema: z.looseObject({}) })) })
      .parse((JSON.parse(read('package.json')) as { contributes: unknown }).contributes);
    assert.equal(tools.length, ASSISTANT_TOOLS.length);
    for (const { when } of tools) assert.equal(when, 'config.errataLens.assistants.enabled');
  });

  test('states the defaults of the code', () => {
    const unset = readAll(fakeSettings(() => undefined).settings);
    assert.deepEqual(readAll(fakeSettings((name) => settings[name]?.default).settings), unset);
    assert.deepEqual(unset, {
      enabled: true,
      codeLens: false,
      budget: 2000,
      levels: ['warning', 'information', 'hint'],
      watch: {
        enabled: true,
        notify: false,
        schedule: undefined,
        timeZone: undefined,
        docsOrigin: undefined,
      },
      accounts: { tier: 'checklist', endpoint: undefined, aggregator: undefined },
      assistants: false,
    });
  });

  test('an invalid setting enables no network access and no message, and falls back to its default', () => {
    const { watch: unset } = readAll(fakeSettings(() => undefined).settings);
    for (const odd of [7_000, [], { warning: 'loud' }, true, '  ']) {
      const { budget, levels, accounts, watch, assistants } = readAll(fakeSettings(() => odd).settings);
      assert.equal(budget, 2000);
      assert.deepEqual(levels, ['warning', 'information', 'hint']);
      assert.deepEqual(accounts, { tier: 'checklist', endpoint: undefined, aggregator: undefined });
      assert.equal(assistants, odd === true);
      assert.deepEqual(watch, { ...unset, enabled: odd === true, notify: odd === true });
    }
  });
});

describe('sentences and documents', () => {
  const offered = new Set([...manifest.commands.map(({ command }) => command), ...Object.keys(settings)]);
  const groups = ['errataLens.watch.*', 'errataLens.accounts.*'];
  const documents = [
    'README.md',
    'README.ja.md',
    'CHANGELOG.md',
    'package.nls.json',
    'package.nls.ja.json',
  ].concat(
    readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  );
  const sentences = (['en', 'ja'] as const).flatMap((language) => [
    say(text('news.check.off'), language),
    say(text('news.status.badOrigin', { written: 'x' }), language),
  ]);

  for (const [source, words] of [
    ...documents.map((file) => [file, read(file)] as const),
    ...sentences.map((sentence) => ['src/l10n', sentence] as const),
  ]) {
    const named = words.match(/errataLens\.[\w.]*[\w*]/g) ?? [];
    if (named.length === 0) continue;
    test(`${source} names only commands and settings that exist`, () => {
      for (const name of named)
        assert.ok(offered.has(name) || groups.includes(name) || name === 'errataLens.watch', name);
    });
  }
});

test('sources refer to commands and settings only by the typed names of contributions/', () => {
  const sources = readdirSync(path.join(ROOT, 'src/extension'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file, read(`src/extension/${file}`)] as const);
  const names = [...manifest.commands.map(({ command }) => command), ...Object.keys(settings)];
  const loose = sources.flatMap(([file, source]) =>
    names
      .filter((name) => new RegExp(`['"\`:]${name.replaceAll('.', '\\.')}\\b`).test(source))
      .map((name) => `${file} ${name}`),
  );
  assert.deepEqual(loose, []);
  const registering = sources.filter(([, source]) => /\b(?:registerCommand|getConfiguration)\(/.test(source));
  assert.deepEqual(registering.map(([file]) => file).sort(), [
    'contributions/commands.ts',
    'contributions/settings.ts',
  ]);
});
