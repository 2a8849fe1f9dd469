import { test } from 'node:test';
import fc from 'fast-check';
import { docker } from '../../../src/inventory/formats/docker/format.ts';
import { shell } from '../../../src/inventory/formats/shell/format.ts';
import { checkPlaces, RUNS } from '../../support/hostile/fuzz.ts';
import { mutationsOf } from '../../support/hostile/mutations.ts';

const SEEDS = [
  `#!/bin/bash
V="\${V:-8.0.mysql_aurora.3.04.0}"; a=(--engine aurora-mysql --engine-version "$V")
if [ "$1" = x ]; then V=\`echo 5.7.mysql_aurora.2.11.3\`; fi
aws rds create-db-cluster --db-cluster-identifier "o-$X" "\${a[@]}" --backtrack-window 60 <<EOF
x
EOF
W=$(aws rds modify-db-cluster --engine-version='8.0.mysql_aurora.3.05.2' || echo "$V")
dnf upgrade --releasever 2023.4.20240416 && echo 2023.5.20240708 > /etc/dnf/vars/releasever
`,
  `ARG R=2023.4.20240416.0
FROM --platform=linux/arm64 amazonlinux:\${R} AS a
ARG R
ENV P=1 Q="2023.5.20240708"
RUN dnf upgrade \\
 # no
 --releasever=$Q
RUN <<EOF
dnf upgrade --releasever=latest
EOF
COPY --from=amazonlinux:2 /a /b
`,
  `on: { workflow_dispatch: { inputs: { v: { default: 8.0.mysql_aurora.3.04.3 } } } }
env: { T: 8.0.mysql_aurora.3.05.2 }
jobs:
  a:
    container: amazonlinux:2
    steps:
      - run: >-
          aws rds modify-db-cluster --engine-version \${{ inputs.v || 'x' }}
          --db-cluster-identifier "$T"
      - run: "aws rds modify-db-cluster --engine-version \\"8.0.mysql_aurora.3.06.0\\""
runcmd: [[dnf, upgrade, --releasever=latest]]
`,
];

test('mutated scripts, Dockerfiles and workflows never throw, and places stay inside the file', () => {
  fc.assert(
    fc.property(
      mutationsOf(SEEDS, ['<<EOF\n', 'EOF\n', '$((', '${{', '}}', 'FROM ', 'ARG ', 'case x in', 'run: |\n']),
      (text) => {
        checkPlaces(shell, 'a.sh', text);
        checkPlaces(shell, '.github/workflows/a.yml', text);
        checkPlaces(docker, 'Dockerfile', text);
        checkPlaces(docker, 'compose.yml', text);
      },
    ),
    RUNS,
  );
});

test('any text never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      checkPlaces(shell, 'a.sh', text);
      checkPlaces(docker, 'Dockerfile', `FROM ${text}`);
    }),
    RUNS,
  );
});

test('deep nesting and long files are read in bounded time', () => {
  for (const text of ['$('.repeat(20_000), '${a:-'.repeat(20_000), '"'.repeat(20_001), '`$('.repeat(9_999)])
    checkPlaces(shell, 'a.sh', `aws rds create-db-cluster --engine aurora-mysql --engine-version ${text}`);
  checkPlaces(
    shell,
    'a.sh',
    'A=$A$A$A$A; A=$B$B; B=$A$A\n'.repeat(300) + 'aws rds create-db-cluster --engine-version $A',
  );
  const choices = `#!/bin/bash\nV="\${V:-8.0.mysql_aurora.3.04.0}\n`.repeat(100);
  checkPlaces(shell, 'a.sh', `${'{ '.repeat(70)}\n${choices}`);
});
