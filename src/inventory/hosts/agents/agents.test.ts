import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AgentId, AGENTS } from './agents.ts';
import { agentsOn } from './on-host.ts';
import { logCoverageOf } from '../log-coverage.ts';
import { Host } from '../host.ts';
import { logNeedsOf } from '../workloads.ts';
import { matchesGlob } from '../glob.ts';

/** Inputs of an agent's configuration, with their destinations. */
function shipped(id: AgentId, path: string, text: string): string[] {
  const agent = AGENTS.find((each) => each.id === id);
  assert.ok(agent);
  const { shipments, error } = agent.read([{ path, text }]);
  if (error !== undefined) return [error.kind];
  return shipments.map(({ input, output }) => {
    const from = input.kind === 'file' ? input.path : input.kind;
    const to = output.kind === 'log-group' ? `group ${output.name ?? '?'}` : output.name;
    return `${from} → ${to}`;
  });
}

test('reads the configuration of each agent', () => {
  const collected = (list: object[]): string =>
    JSON.stringify({ logs: { logs_collected: { files: { collect_list: list } } } });
  const messages = { file_path: '/var/log/messages', log_group_name: 'g' };
  assert.deepEqual(shipped('cloudwatch-agent', 'a.json', collected([messages])), [
    '/var/log/messages → group g',
  ]);
  assert.deepEqual(shipped('cloudwatch-agent', 'a.json', '{"metrics": {}}'), []);
  assert.deepEqual(shipped('cloudwatch-agent', 'a.json', '{"logs": {'), ['syntax']);
  assert.deepEqual(
    shipped(
      'awslogs',
      '/etc/awslogs/awslogs.conf',
      '[general]\nstate_file = /x\n[m]\nfile = /var/log/messages\nlog_group_name = g\n',
    ),
    ['/var/log/messages → group g'],
  );
  const classic = (match: string, output = 'cloudwatch_logs'): string =>
    `[INPUT]\n  Name tail\n  Path /a,/b\n  Tag web\n[INPUT]\n  Name systemd\n[OUTPUT]\n  Name ${output}\n  Match ${match}\n  log_group_name g\n`;
  assert.deepEqual(shipped('fluent-bit', 'a.conf', classic('web')), ['/a → group g', '/b → group g']);
  assert.deepEqual(shipped('fluent-bit', 'a.conf', classic('*')), [
    '/a → group g',
    '/b → group g',
    'journal → group g',
  ]);
  assert.deepEqual(shipped('fluent-bit', 'a.conf', classic('*', 'stdout')), []);
  assert.deepEqual(
    shipped(
      'fluentd',
      'td-agent.conf',
      '<source>\n @type tail\n path /a\n tag web.a\n</source>\n<match web.*>\n @type copy\n <store>\n  @type stdout\n </store>\n <store>\n  @type s3\n </store>\n</match>\n',
    ),
    ['/a → s3'],
  );
  assert.deepEqual(shipped('fluentd', 'td-agent.conf', '<source>\n @type tail\n'), ['syntax']);
  assert.deepEqual(
    shipped(
      'kinesis-agent',
      'agent.json',
      '{"flows": [{"filePattern": "/a*", "deliveryStream": "s"}, {"filePattern": "/b"}]}',
    ),
    ['/a* → s'],
  );
  const vector =
    '[sources.a]\ntype = "file"\ninclude = [\n  "/a",\n]\n[transforms.t]\ntype = "remap"\ninputs = ["a"]\n[sinks.s]\ntype = "loki"\ninputs = ["t"]\n';
  assert.deepEqual(shipped('vector', 'vector.toml', vector), ['/a → loki']);
  assert.deepEqual(shipped('datadog', 'datadog.yaml', 'api_key: x\n'), ['switched-off']);
  assert.deepEqual(shipped('rsyslog', 'a.conf', '*.* @@logs:514\n# *.* @other\nlocal3.* @third\n'), [
    'syslog → logs:514',
  ]);
  assert.deepEqual(
    shipped(
      'rsyslog',
      'a.conf',
      '*.* action(type="omfwd" target="logs" port="514")\ninput(type="imfile" File="/a")',
    ),
    ['syslog → logs', '/a → logs'],
  );
  assert.deepEqual(shipped('journal-upload', 'a.conf', '[Upload]\nURL=https://logs\n'), [
    'journal → https://logs',
  ]);
  assert.deepEqual(
    shipped(
      'promtail',
      'config.yml',
      'clients: [{ url: http://loki }]\nscrape_configs:\n  - static_configs: [{ labels: { __path__: /a } }]\n',
    ),
    ['/a → http://loki'],
  );
  assert.deepEqual(
    shipped(
      'filebeat',
      'filebeat.yml',
      'filebeat.inputs:\n  - { type: filestream, paths: [/a] }\noutput.logstash: { hosts: [x] }\n',
    ),
    ['/a → logstash'],
  );
  assert.deepEqual(
    shipped(
      'otel-collector',
      'config.yaml',
      'receivers: { filelog: { include: [/a] } }\nexporters: { otlp: {} }\nservice: { pipelines: { logs: { receivers: [filelog], exporters: [otlp] } } }\n',
    ),
    ['/a → otlp'],
  );
});

test('derives required logs from the services of a host', () => {
  const host = new Host(
    [
      {
        phase: 'start',
        scripts: [
          {
            name: 'user data',
            text: 'dnf install -y nginx php-fpm nodejs\nnode /srv/a.js > /var/log/a.log &\n',
          },
        ],
      },
    ],
    () => null,
  );
  const needs = logNeedsOf(host);
  assert.deepEqual(
    needs.map(({ name }) => name),
    ['system', 'cloud-init', 'nginx', 'php-fpm', 'Node.js'],
  );
  const system = { isOnlyInJournal: true, hasRsyslog: false };
  const coverage = needs.map((need) =>
    logCoverageOf(need, [{ kind: 'file', path: '/var/log/{messages,a.log}' }], system),
  );
  assert.deepEqual(coverage, ['empty', 'missing', 'missing', 'missing', 'covered']);
  const ofJournal = needs.map((need) => logCoverageOf(need, [{ kind: 'journal', units: [] }], system));
  assert.deepEqual(ofJournal, ['covered', 'covered', 'missing', 'missing', 'missing']);
});

test('keeps enabled services of an image, not merely running ones', () => {
  const started = (command: string): boolean | null | undefined => {
    const scripts = [{ name: 'build', text: `dnf install -y fluent-bit\n${command}\n` }];
    const [agent] = agentsOn(new Host([{ phase: 'image', scripts }], () => null), null);
    return agent?.started?.holds;
  };
  assert.equal(started('systemctl start fluent-bit'), undefined);
  assert.equal(started('systemctl enable fluent-bit'), true);
});

test('matches patterns in time linear to their length', () => {
  assert.ok(matchesGlob('/var/log/**.log', '/var/log/a/b.log'));
  assert.ok(!matchesGlob('/var/log/*.log', '/var/log/a/b.log'));
  assert.ok(matchesGlob('/var/log/httpd/{access,error}_log', '/var/log/httpd/error_log'));
  assert.ok(matchesGlob('/a/[bc]?', '/a/c1'));
  assert.ok(!matchesGlob('**'.repeat(200) + 'x', '/'.repeat(900)));
});

test('reads hostile configurations in bounded time', () => {
  const length = 100_000;
  const texts = ['\n', '[', '=[', 'action(', 'input(', '<a'].map((each) => each.repeat(length / each.length));
  const broken = [`[${' '.repeat(length)}x`, `<${'a'.repeat(length)}`, `${'#'.repeat(length)}\u2028`];
  for (const text of [...texts, ...broken])
    for (const [id, path] of [
      ['awslogs', '/etc/awslogs/awslogs.conf'],
      ['vector', '/etc/vector/vector.toml'],
      ['fluent-bit', '/etc/fluent-bit/fluent-bit.conf'],
      ['fluentd', '/etc/fluent/fluentd.conf'],
      ['rsyslog', '/etc/rsyslog.conf'],
    ] as const)
      assert.ok(Array.isArray(shipped(id, path, text)));
});
