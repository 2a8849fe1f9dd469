import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { incidentSystems, rowsOfSystem } from '../../support/forms/variants.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const needsBash = spawnSync('bash', ['-c', ':']).status === 0 ? false : 'needs bash';

/** A stand-in for the AWS CLI, which rejects repeated creation and the description of missing resources. */
const AWS = `#!/bin/bash
set -u
echo "aws $*" >> "$AWS_STATE/calls"
service=$1 action=$2
shift 2
name=
while [ $# -gt 0 ]; do
  case $1 in
    --subscription-name|--db-cluster-parameter-group-name|--db-proxy-name|--db-instance-identifier|--log-group-name)
      [ -n "$name" ] || name=$2 ;;
    '') echo "an empty argument" >&2; exit 252 ;;
  esac
  shift
done
made="$AWS_STATE/made-$(echo "$service-\${name//\\//_}")"
case $action in
  create-topic) echo arn:aws:sns:eu-west-1:111122223333:t ;;
  create-*) if [ -e "$made" ]; then echo "AlreadyExists: $name" >&2; exit 254; fi; touch "$made" ;;
  describe-target-groups) echo arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1 ;;
  describe-load-balancers) echo arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/web/1 ;;
  describe-db-clusters) echo arn:aws:rds:eu-west-1:1:cluster:shop ;;
  describe-*) [ -e "$made" ] || exit 254 ;;
esac
`;

describe('the commands of all fixes', { skip: needsBash }, () => {
  for (const { name, format, files } of incidentSystems().filter((system) => system.name === 'before')) {
    it(`run one after another in one shell: ${name}, in ${format}`, async (t) => {
      const rows = await rowsOfSystem(t, files);
      const commands = rows.flatMap(({ answer, fix }) =>
        answer === 'fail' && fix !== null && !/^(?:errata-lens|dnf) /.test(fix.command) ? [fix.command] : [],
      );
      assert.ok(commands.length > 20);
      const variables = new Set(
        commands.flatMap((each) => [...each.matchAll(/\$\{(\w+):\?/g)].map(([, word]) => word)),
      );
      const given = Object.fromEntries([...variables].map((word) => [word ?? '', `given-${word}`]));
      const { status, stderr, calls, runbook } = run(
        t,
        ['set -eu', ...commands, ...commands].join('\n'),
        given,
      );
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
      const made = calls.filter((call) => /^aws \S+ create-(?!topic)/.test(call));
      assert.equal(new Set(made).size, made.length, 'nothing is made twice');
      for (const call of calls)
        assert.doesNotMatch(call, /\b[A-Z]+(?:_[A-Z]+)*_(?:ARN|IDS|BUCKET)\b(?<!given-\S*)/);
      assert.match(
        calls.join('\n'),
        /Name=TargetGroup,Value=targetgroup\/web\/1 Name=LoadBalancer,Value=app\/web\/1/,
      );
      assert.doesNotMatch(calls.join('\n'), /suspend-processes/, 'a checklist pulls no brake');
      assert.match(runbook, /suspend-processes[\s\S]*resume-processes/);
      assert.equal(runbook.match(/suspend-processes/g)?.length, 1);
    });
  }

  it('stop with the name of a missing value that the code does not show', async (t) => {
    const [system] = incidentSystems();
    assert.ok(system);
    const rows = await rowsOfSystem(t, system.files);
    const command = rows.find(({ id }) => id === 'asg-notifications')?.fix?.command ?? '';
    const { status, stderr, calls } = run(t, command, {});
    assert.notEqual(status, 0);
    assert.match(stderr, /ALARM_TOPIC_ARN: ARN of an SNS topic that somebody reads/);
    assert.deepEqual(calls, []);
  });
});

function run(t: Parameters<typeof temporaryFolder>[0], script: string, variables: Record<string, string>) {
  const folder = temporaryFolder(t, {});
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'aws'), AWS, { mode: 0o755 });
  writeFileSync(path.join(folder, 'calls'), '');
  writeFileSync(path.join(folder, 'RUNBOOK.md'), '');
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...variables, AWS_STATE: folder, PATH: `${bin}:${process.env.PATH}` },
  });
  const calls = readFileSync(path.join(folder, 'calls'), 'utf8').split('\n').filter(Boolean);
  return { status, stderr, calls, runbook: readFileSync(path.join(folder, 'RUNBOOK.md'), 'utf8') };
}
