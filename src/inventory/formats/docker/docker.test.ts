import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildAssets } from '../../resources/assets.ts';
import { docker } from './format.ts';
import { assetsOf, readUnit, textAt } from '../../../../test/support/code/format.ts';

/** `place = version | form` of every image of a file. */
function images(text: string, file = 'Dockerfile'): string[] {
  const files = { [file]: text };
  return buildAssets(readUnit(docker, file, files).drafts).map(
    (asset) => `${asset.name}: ${textAt(files, asset.location)} = ${asset.version ?? asset.resolution}`,
  );
}

describe('FROM instructions', () => {
  test('locate the version part of the tag', () => {
    assert.deepEqual(images('FROM amazonlinux:2023.4.20240416.0\n'), [
      'stage.0: 2023.4.20240416.0 = 2023.4.20240416',
    ]);
    assert.deepEqual(
      images('from --platform=linux/arm64 public.ecr.aws/amazonlinux/amazonlinux:2023 as run'),
      ['stage.run: 2023 = floating'],
    );
    assert.deepEqual(images(`FROM amazonlinux:2@sha256:${'0a'.repeat(32)}\n`), ['stage.0: 2 = partial']);
    assert.deepEqual(images('FROM amazonlinux\n'), ['stage.0: amazonlinux = floating']);
  });

  test('are read with CRLF and after emoji', () => {
    assert.deepEqual(images('# 🚀 base\r\nARG X=1\r\nFROM amazonlinux:2.0.20230307.0 AS a\r\nRUN true\r\n'), [
      'stage.a: 2.0.20230307.0 = 2.0.20230307.0',
    ]);
  });

  test('locate the default of an argument', () => {
    const text = `ARG RELEASE=2023.5.20240708.0
ARG BASE="amazonlinux:2.0.20230307.0"
FROM amazonlinux:\${RELEASE} AS one
FROM \${BASE} AS two
FROM amazonlinux:\${OTHER:-2023.4.20240416.0} AS three
FROM amazonlinux:$GIVEN AS four
`;
    assert.deepEqual(images(text), [
      'stage.one: 2023.5.20240708.0 = 2023.5.20240708',
      'stage.two: 2.0.20230307.0 = 2.0.20230307.0',
      'stage.three: 2023.4.20240416.0 = 2023.4.20240416',
    ]);
    const one = assetsOf(docker, 'Dockerfile', { Dockerfile: text }).get('stage.one');
    assert.equal(one?.resolution, 'default');
    assert.deepEqual(
      one.uses.map((use) => textAt({ Dockerfile: text }, use.location)),
      ['${RELEASE}'],
    );
  });

  test('exclude stages, other images and comments', () => {
    const text = `# FROM amazonlinux:2
FROM golang:1.22 AS amazonlinux
FROM amazonlinux
COPY --from=0 /a /a
COPY --from=amazonlinux:2023.4.20240416.0 /b /b
LABEL note="FROM amazonlinux:2"
`;
    assert.deepEqual(images(text), ['stage.1.copy: 2023.4.20240416.0 = 2023.4.20240416']);
  });
});

describe('RUN instructions', () => {
  test('pin the release passed to dnf', () => {
    const text = `FROM amazonlinux:2023
ARG RELEASE=2023.6.20241010
RUN dnf -y install a \\
 # not --releasever=2023.0.20230315
 && dnf -y upgrade --releasever=2023.5.20240708 \\
    --setopt=x=y
RUN yum update --releasever "$RELEASE"
RUN ["dnf", "upgrade", "--releasever=latest"]
RUN <<EOF
dnf upgrade --releasever 2023.4.20240416
EOF
RUN echo "2023.3.20240131" > /etc/dnf/vars/releasever
`;
    assert.deepEqual(
      images(text)
        .slice(1)
        .map((line) => line.slice(line.indexOf(': ') + 2)),
      [
        '2023.5.20240708 = 2023.5.20240708',
        '2023.6.20241010 = 2023.6.20241010',
        'latest = floating',
        '2023.4.20240416 = 2023.4.20240416',
        '2023.3.20240131 = 2023.3.20240131',
      ],
    );
  });
});

test('claims Dockerfiles by their names', () => {
  for (const file of ['Dockerfile', 'a/Dockerfile.prod', 'prod.Dockerfile', 'Containerfile', 'compose.yaml'])
    assert.ok(docker.claims(file), file);
  for (const file of ['Dockerfile.md', 'Dockerfile.dockerignore', 'docs/docker.txt', 'dockerfile.ts'])
    assert.ok(!docker.claims(file), file);
});

test('reads images of Compose files', () => {
  assert.deepEqual(
    images(
      'services:\n  a: { image: "amazonlinux:2023.4.20240416.0" }\n  b: { image: nginx }\n',
      'compose.yaml',
    ),
    ['services.a.image: 2023.4.20240416.0 = 2023.4.20240416'],
  );
});
