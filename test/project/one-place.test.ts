import assert from 'node:assert/strict';
import test from 'node:test';
import { RESOURCES } from '../../src/vocabulary/resources.ts';
import { filesNaming } from '../support/code/setting-places.ts';

// A setting is named in the vocabulary and where it is used: in checks and the incident, in features of products, and in
// fixes that write it. Its row in the vocabulary has its names in tools, its default, its links and its source in accounts.

/** Rooms that use settings, or define their correct values. */
const ASKING = [
  'src/analysis/',
  'src/products/',
  ...['fixes', 'new', 'plans', 'programs'].map((room) => `src/edits/${room}/`),
];

/** Files in which the name of a setting has another meaning, with that meaning. */
const OTHERS: Readonly<Record<string, string>> = {
  'associationParameters: src/model/secret-settings.ts':
    'the model knows no vocabulary, and every room what is secret',
  'buildScripts: src/model/secret-settings.ts':
    'the model knows no vocabulary, and every room what is secret',
  'objectContent: src/model/secret-settings.ts':
    'the model knows no vocabulary, and every room what is secret',
  'parameterValue: src/model/secret-settings.ts':
    'the model knows no vocabulary, and every room what is secret',
  'logGroupName: src/inventory/account/read/monitoring.ts': 'a field of the answer, by which it is asked for',
  'metricName: src/inventory/formats/programs/services/alarm-settings.ts':
    'a property of a metric of the CDK',
  'metricName: src/inventory/resources/setting-values.ts': 'a field within a query of metrics',
  'topicArn: src/watch/channels/environment.ts': 'where the watch itself sends its alerts',
  'topicArn: src/watch/channels/sns.ts': 'where the watch itself sends its alerts',
  'userData: src/inventory/formats/kubernetes/os-images.ts': 'a field of the node classes of Karpenter',
  'userData: src/model/secret-settings.ts': 'the model knows no vocabulary, and every room what is secret',
};

const all = new Set(RESOURCES.flatMap(({ settings }) => Object.keys(settings)));
/** Names of one word, such as `port`, which cannot be distinguished from other uses of the word. */
const telling = new Set([...all].filter((name) => /[a-z][A-Z]|\./.test(name)));
const files = filesNaming(telling);

test('names a setting only in the vocabulary and in the rooms that use settings', () => {
  const elsewhere = [...files].flatMap(([name, places]) =>
    [...places]
      .filter((file) => !file.startsWith('src/vocabulary/') && !ASKING.some((room) => file.startsWith(room)))
      .map((file) => `${name}: ${file}`),
  );
  assert.deepEqual(
    elsewhere.filter((each) => !(each in OTHERS)),
    [],
  );
  assert.deepEqual(
    Object.keys(OTHERS).filter((each) => !elsewhere.includes(each)),
    [],
  );
  assert.ok(telling.size > 150, String(telling.size));
});

test('shares one row for a setting that several resources have alike', () => {
  const repeated = RESOURCES.flatMap(({ page, settings }, i) =>
    RESOURCES.slice(i + 1).flatMap((other) =>
      Object.entries(settings)
        .filter(([name, row]) => Object.keys(row).length > 1 && other.settings[name] !== row)
        .filter(([name, row]) => JSON.stringify(other.settings[name]) === JSON.stringify(row))
        .map(([name]) => `${name}: ${page} and ${other.page}`),
    ),
  );
  assert.deepEqual(repeated, []);
});

test('names healthCheckGracePeriod in one file of the vocabulary and in one of the checks', () => {
  assert.deepEqual(
    [...(files.get('healthCheckGracePeriod') ?? [])],
    ['src/analysis/checks/subjects/groups.ts', 'src/vocabulary/kinds/scaling/auto-scaling-group.ts'],
  );
});
