import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAssets } from '../../resources/assets.ts';
import { shell } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

function pins(text: string, file = 'deploy.sh'): string[] {
  const files = { [file]: text };
  return buildAssets(readUnit(shell, file, files).drafts).map(
    (asset) =>
      `${asset.name}: ${asset.engineVersion === null ? '-' : textAt(files, asset.location)} (${asset.resolution})`,
  );
}

describe('calls of the AWS CLI', () => {
  test('are read with continued lines, quotes, equals signs, settings and links', () => {
    const text = `#!/usr/bin/env bash
set -euo pipefail
aws --profile prod rds create-db-cluster \\
  --db-cluster-identifier orders \\
  --engine aurora-mysql \\
  --engine-version 8.0.mysql_aurora.3.05.2 \\
  --backtrack-window 3600 --no-deletion-protection \\
  --enable-cloudwatch-logs-exports '["error","slowquery"]' \\
  --enable-iam-database-authentication
aws rds create-db-instance --db-cluster-identifier=orders --db-instance-identifier=orders-1 --engine=aurora-mysql --db-instance-class=db.r6g.large
aws rds restore-db-cluster-from-snapshot --db-cluster-identifier old --engine=aurora-mysql --engine-version="5.7.mysql_aurora.2.11.3"
`;
    assert.deepEqual(pins(text), [
      'create-db-cluster.orders: 8.0.mysql_aurora.3.05.2 (literal)',
      'create-db-instance.orders-1: 8.0.mysql_aurora.3.05.2 (literal)',
      'restore-db-cluster-from-snapshot.old: 5.7.mysql_aurora.2.11.3 (literal)',
    ]);
    const cluster = assetsOf(shell, 'deploy.sh', { 'deploy.sh': text }).get('create-db-cluster.orders');
    assert.deepEqual(cluster?.settings, {
      dbClusterIdentifier: 'orders',
      backtrackWindow: 3600,
      deletionProtection: false,
      enabledCloudwatchLogsExports: ['error', 'slowquery'],
      iamDatabaseAuthenticationEnabled: true,
      instanceCount: 1,
      instanceClasses: ['db.r6g.large'],
    });
  });

  test('resolve variables, defaults and arrays, and leave others unknown', () => {
    assert.deepEqual(
      pins(
        'V="8.0.mysql_aurora.3.04.1"\naws rds modify-db-cluster --db-cluster-identifier "$ID" --engine-version "$V"\n',
      ),
      ['modify-db-cluster.$ID: 8.0.mysql_aurora.3.04.1 (variable)'],
    );
    assert.deepEqual(
      pins(
        'aws rds create-global-cluster --engine aurora-mysql --engine-version "${V:-8.0.mysql_aurora.3.08.0}"',
      ),
      ['create-global-cluster: 8.0.mysql_aurora.3.08.0 (default)'],
    );
    assert.deepEqual(
      pins(
        'V=${V:-8.0.mysql_aurora.3.08.0}; aws rds create-db-cluster --engine aurora-mysql --engine-version $V',
      ),
      ['create-db-cluster: 8.0.mysql_aurora.3.08.0 (default)'],
    );
    assert.deepEqual(
      pins(
        'a=(--engine aurora-mysql\n  --engine-version 8.0.mysql_aurora.3.10.1)\naws_ rds create-db-cluster "${a[@]}"',
      ),
      ['create-db-cluster: 8.0.mysql_aurora.3.10.1 (literal)'],
    );
    assert.deepEqual(pins('aws rds create-db-cluster --engine aurora-mysql --engine-version "$1"'), [
      'create-db-cluster: - (unknown)',
    ]);
    assert.deepEqual(pins('aws rds create-db-cluster --engine aurora-mysql --engine-version 8.0'), [
      'create-db-cluster: 8.0 (partial)',
    ]);
  });

  test('list every possible value of a decision', () => {
    const text = `case "$ENV" in
  prod) V=8.0.mysql_aurora.3.04.2 ;;
  *) V=8.0.mysql_aurora.3.10.0 ;;
esac
aws rds create-db-cluster --db-cluster-identifier a --engine aurora-mysql --engine-version "$V"
`;
    assert.deepEqual(pins(text), [
      'create-db-cluster.a: 8.0.mysql_aurora.3.04.2 (variable)',
      'create-db-cluster.a: 8.0.mysql_aurora.3.10.0 (variable)',
    ]);
  });

  test('resolve options in variables at their use, once per different variant', () => {
    const text = `one() { local opts="--engine aurora-postgresql --engine-version 15.4"; aws rds create-db-cluster $opts; }
two() { local opts="--engine aurora-postgresql"; aws rds create-db-cluster --db-cluster-identifier b $opts; }
if [ -n "$SUBNETS" ]; then
  restore="aws rds restore-db-cluster-from-snapshot --db-cluster-identifier c --engine aurora-mysql --db-subnet-group-name $SUBNETS"
else
  restore="aws rds restore-db-cluster-from-snapshot --db-cluster-identifier c --engine aurora-mysql"
fi
eval $restore
help="aws rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0"
log "$help"
`;
    assert.deepEqual(pins(text), [
      'create-db-cluster: 15.4 (literal)',
      'create-db-cluster.b: - (unknown)',
      'restore-db-cluster-from-snapshot.c: - (unknown)',
    ]);
  });

  test('take the engine from the parameter group, and are no pin without a version', () => {
    const group = '--db-cluster-parameter-group-name default.aurora-postgresql16';
    const text = `aws rds modify-db-cluster --db-cluster-identifier a --engine-version 16.4 ${group}
aws rds modify-db-cluster --db-cluster-identifier b ${group}
aws rds modify-db-cluster --db-cluster-identifier c --engine-version 16.4
`;
    assert.deepEqual(pins(text), ['modify-db-cluster.a: 16.4 (literal)']);
  });

  test('name a point-in-time copy of an instance, and its reason', () => {
    const restore = 'aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier a';
    const text = `${restore} --target-db-instance-identifier b --use-latest-restorable-time\n`;
    const [asset] = assetsOf(shell, 'up.sh', { 'up.sh': text }).values();
    assert.deepEqual(
      [asset?.name, asset?.reason?.key],
      ['restore-db-instance-to-point-in-time.b', 'inventory.copy'],
    );
  });

  test('give a point-in-time copy the version and engine of its source', () => {
    const restore = 'aws rds restore-db-cluster-to-point-in-time --use-latest-restorable-time';
    const text = `aws rds create-db-cluster --db-cluster-identifier stock --engine aurora-mysql
${restore} --source-db-cluster-identifier stock --db-cluster-identifier a
${restore} --source-db-cluster-identifier elsewhere --db-cluster-identifier b
aws rds create-db-instance --db-cluster-identifier b --db-instance-identifier b-1 --engine aurora-postgresql
${restore} --source-db-cluster-identifier "$1" --db-cluster-identifier c
`;
    const copies = [...assetsOf(shell, 'copy.sh', { 'copy.sh': text }).values()].slice(1);
    assert.deepEqual(
      copies.map(({ name, product, reason }) => [name.split('.')[1], product, reason?.key]),
      [
        ['a', 'aurora-mysql', 'inventory.copy'],
        ['b', 'aurora-postgresql', 'inventory.copy'],
        ['b-1', 'aurora-postgresql', 'inventory.copy'],
        ['c', null, 'inventory.copy'],
      ],
    );
  });

  test('take the engine from another call for the same cluster, but not for an unknown name', () => {
    const text = `create="aws rds create-db-cluster --engine aurora-postgresql --engine-version 15.4 --db-cluster-identifier"
$create orders
aws rds modify-db-cluster --db-cluster-identifier orders --engine-version 16.4
aws rds modify-db-cluster --db-cluster-identifier shop --engine-version 16.6
aws rds create-db-cluster --engine aurora-postgresql --engine-version 15.5 --db-cluster-identifier "$1"
aws rds modify-db-cluster --engine-version 16.8 --db-cluster-identifier "$1"
`;
    assert.deepEqual(pins(text), [
      'create-db-cluster.orders: 15.4 (literal)',
      'modify-db-cluster.orders: 16.4 (literal)',
      'create-db-cluster.$1: 15.5 (literal)',
    ]);
  });

  test('leave settings open after unknown options, but not after resolved variables', () => {
    const text = `aws rds create-db-cluster --db-cluster-identifier a --engine aurora-mysql "$@"
aws rds create-db-cluster --db-cluster-identifier b --engine aurora-mysql --vpc-security-group-ids $ONE $TWO --port $PORT
options=(--db-cluster-identifier c)
options+=(\${VERSION:+--engine-version "\${VERSION}"})
aws rds create-db-cluster --engine aurora-mysql "\${options[@]+"\${options[@]}"}"
`;
    const assets = assetsOf(shell, 'deploy.sh', { 'deploy.sh': text });
    const reasons = [...assets.values()].map(({ product, reason }) => [product, reason?.key, reason?.args]);
    assert.deepEqual(reasons, [
      ['aurora-mysql', 'inventory.computed', { expression: '"$@"' }],
      ['aurora-mysql', 'inventory.notWritten', {}],
      ['aurora-mysql', 'inventory.noDefault', { name: 'VERSION' }],
    ]);
  });

  test('include the fallback of a command and a variable for another program', () => {
    assert.deepEqual(pins('DB_ENGINE_VERSION=$(aws x || echo "8.0.mysql_aurora.3.04.0")\nterraform apply'), [
      'DB_ENGINE_VERSION: 8.0.mysql_aurora.3.04.0 (default)',
    ]);
    assert.deepEqual(pins('export AURORA_VERSION=8.0.mysql_aurora.3.04.0 # now\n', 'prod.env'), [
      'AURORA_VERSION: 8.0.mysql_aurora.3.04.0 (literal)',
    ]);
  });

  test('exclude comments, printed text, heredocs, emulators, other engines and other operations', () => {
    const text = `# aws rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
echo aws rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
echo "run: aws rds create-db-cluster --engine aurora-mysql"
cat > README <<'EOF'
aws rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
EOF
aws rds create-db-cluster --engine mariadb --engine-version 15.4
aws rds describe-db-engine-versions --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
aws rds modify-db-instance --db-instance-identifier maria --engine-version 10.6
awslocal rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
aws --endpoint-url=http://localhost:4566 rds create-db-cluster --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.01.0
OLD_ENGINE_VERSION=5.7.mysql_aurora.2.07.1
`;
    assert.deepEqual(pins(text), []);
  });

  test('are located with CRLF and after emoji', () => {
    const text =
      '# 🚀\r\nN="🚀"; aws rds create-db-cluster \\\r\n  --engine aurora-mysql \\\r\n\t--engine-version 8.0.mysql_aurora.3.05.2\r\n';
    assert.deepEqual(pins(text), ['create-db-cluster: 8.0.mysql_aurora.3.05.2 (literal)']);
  });
});

describe('images in scripts', () => {
  test('are read from releases, parameters, filters and containers', () => {
    const text = `sudo dnf upgrade -y --releasever=2023.4.20240416
P=/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
A=$(aws ssm get-parameter --name "$P")
B=$(aws ec2 describe-images --filters "Name=name,Values=amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2" Name=state,Values=available)
aws ec2 describe-images --filters 'Name=name,Values=al2023-ami-2023.*-x86_64' | xargs ./start.sh
docker run --rm amazonlinux:2 true
printf '%s' 2023.5.20240708 | sudo tee /etc/dnf/vars/releasever
`;
    assert.deepEqual(
      pins(text).map((line) => line.slice(line.indexOf(': ') + 2)),
      [
        '2023.4.20240416 (literal)',
        'al2023-ami-kernel-default-x86_64 (floating)',
        '2.0.20230307.0 (literal)',
        'al2023-ami-2023.*-x86_64 (floating)',
        '2 (floating)',
      ],
    );
  });
});

describe('workflows', () => {
  test('resolve environment and inputs in commands of GitHub', () => {
    const text = `on:
  workflow_dispatch:
    inputs:
      version: { default: 8.0.mysql_aurora.3.04.3, type: string }
env:
  TARGET: 8.0.mysql_aurora.3.05.2
jobs:
  db:
    container: amazonlinux:2023.4.20240416.0
    steps:
      - name: 🚀 create
        run: |
          aws rds create-db-cluster --db-cluster-identifier a \\
            --engine aurora-mysql \\
            --engine-version "$TARGET"
      - run: >-
          aws rds modify-db-cluster --db-cluster-identifier b
          --engine-version \${{ inputs.version }}
      - run: "aws rds modify-db-cluster --db-cluster-identifier c --engine-version \\"8.0.mysql_aurora.3.06.0\\""
      - run: aws rds modify-db-cluster --db-cluster-identifier d --engine-version '8.0.mysql_aurora.3.06.1'
`;
    const file = '.github/workflows/db.yml';
    const [container, ...calls] = pins(text, file);
    const written = calls.map((line) => line.slice(line.lastIndexOf('db-cluster')));
    assert.deepEqual(written, [
      'db-cluster.a: 8.0.mysql_aurora.3.05.2 (variable)',
      'db-cluster.b: 8.0.mysql_aurora.3.04.3 (default)',
      'db-cluster.c: 8.0.mysql_aurora.3.06.0 (literal)',
      'db-cluster.d: 8.0.mysql_aurora.3.06.1 (literal)',
    ]);
    assert.match(container ?? '', /container: 2023\.4\.20240416\.0 \(literal\)$/);
  });

  test('include CodeBuild and cloud-init', () => {
    assert.deepEqual(
      pins(
        'version: 0.2\nenv: { variables: { V: 8.0.mysql_aurora.3.05.2 } }\nphases: { build: { commands: ["aws rds modify-db-cluster --db-cluster-identifier x --engine-version $V"] } }\n',
        'buildspec.yml',
      ),
      ['phases.build.commands.modify-db-cluster.x: 8.0.mysql_aurora.3.05.2 (variable)'],
    );
    assert.deepEqual(
      pins(
        '#cloud-config\nruncmd:\n  - [dnf, upgrade, --releasever=2023.4.20240416]\n  - dnf upgrade --releasever latest\n',
        'user-data.yaml',
      ).map((line) => line.slice(line.lastIndexOf(': ') + 2)),
      ['2023.4.20240416 (literal)', 'latest (floating)'],
    );
  });

  test('report errors of a cloud-init file, and leave those of other YAML to other formats', () => {
    const text = '#cloud-config\nhostname: "a\nruncmd: [dnf upgrade --releasever=2023.4.20240416]\n';
    const problemsIn = (file: string): unknown[] =>
      readUnit(shell, file, { [file]: text }).problems.map(({ source, text: { key } }) => [source, key]);
    for (const file of ['cloud-init.yml', 'user-data.yaml.tftpl'])
      assert.deepEqual(problemsIn(file), [[file, 'problem.syntax']]);
    assert.deepEqual(problemsIn('values.yaml'), []);
  });
});

test("names an image by its command without options, and its version by the filter's value", () => {
  const text =
    'ID=$(aws --region eu-west-1 ec2 describe-images --filters "Name=name,Values=amazon-eks-node-$V-*")\n';
  const [image] = buildAssets(readUnit(shell, 'a.sh', { 'a.sh': text }).drafts);
  assert.equal(image?.name, 'aws ec2 describe-images');
  assert.equal(image.engineVersion, 'amazon-eks-node-${V}-*');
});

test('expands variables of several words in makefiles, with later additions', () => {
  const text = `RDS = aws --profile "ops" rds
AWS := aws --profile $(PROFILE) rds # the command
NAME ?= stock-$(STAGE)
ARGS = --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.08.0
ARGS += --db-cluster-identifier $(NAME)
QUOTE = 'its' end
up:
\t$(AWS) create-db-cluster $(ARGS)
\t$(AWS) modify-db-cluster --db-cluster-identifier shop --engine aurora-mysql --engine-version 8.0.mysql_aurora.3.10.0
`;
  assert.deepEqual(pins(text, 'Makefile'), [
    'create-db-cluster.$NAME: 8.0.mysql_aurora.3.08.0 (literal)',
    'modify-db-cluster.shop: 8.0.mysql_aurora.3.10.0 (literal)',
  ]);
});
