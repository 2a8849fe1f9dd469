import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeScript } from '../safe-script.ts';
import { stepsOfScript } from './script-steps.ts';

/** Steps of a script, one per line: action, object and condition. */
function steps(text: string, name = 'user data', readFile?: (path: string) => string | null): string[] {
  return stepsOfScript({ name, text, ...(readFile !== undefined && { readFile }) }).flatMap((step) => {
    const condition = step.condition === null ? '' : ` if ${step.condition}`;
    switch (step.does) {
      case 'install':
      case 'remove':
        return `${step.does} ${step.packages.join(' ')}${condition}`;
      case 'enable':
      case 'disable':
      case 'start':
      case 'stop':
        return `${step.does} ${step.units.join(' ')}${condition}`;
      case 'write':
        return `write ${step.path}: ${step.content.from === 'text' ? step.content.text.trim() : `${step.content.from} ${step.content.name}`}${condition}`;
      case 'copy':
        return `copy ${step.from} ${step.to}${condition}`;
      case 'unread':
        return `unread ${step.name}${condition}`;
      default:
        return [];
    }
  });
}

test('reads commands in order, without comments, printed texts and uncalled functions', () => {
  assert.deepEqual(
    steps(`#!/bin/bash
# dnf install -y a
echo "dnf install -y b"
later() { dnf install -y c; }
now() { dnf install -y d; }
now
PACKAGES="e f"
sudo dnf -y install $PACKAGES && sudo dnf remove -y e
for unit in f g; do systemctl enable --now "$unit"; done
exit 0
dnf install -y h
`),
    ['install d', 'install e f', 'remove e', 'enable f g', 'start f g'],
  );
});

test('ignores existence tests as conditions of a step', () => {
  assert.deepEqual(
    steps(`if ! rpm -q a >/dev/null; then dnf install -y a; fi
command -v b || dnf install -y b
[ -f /usr/bin/c ] || dnf install -y c
if [ "$STAGE" = prod ]; then dnf install -y d; else dnf remove -y d; fi
[ "$STAGE" = prod ] && systemctl start d
true || dnf install -y e
if false; then dnf install -y f; fi
`),
    [
      'install a',
      'install b',
      'install c',
      'install d if [ "$STAGE" = prod ]',
      'remove d if [ "$STAGE" = prod ] (else)',
      'start d if [ "$STAGE" = prod ]',
    ],
  );
});

test('reads files from heredocs, echo, parameters, objects and other files', () => {
  assert.deepEqual(
    steps(`NAME=shop
cat <<EOF | sudo tee /etc/a.conf >/dev/null
name $NAME
EOF
echo 'b' >> /etc/b.conf
aws ssm get-parameter --name /shop/c --query Parameter.Value --output text > /etc/c.conf
aws s3 cp s3://shop/d.conf /etc/
cp /etc/a.conf /etc/e.conf
echo Zgo= | base64 -d > /etc/f.conf
`),
    [
      'write /etc/a.conf: name shop',
      'write /etc/b.conf: b',
      'write /etc/c.conf: parameter /shop/c',
      'write /etc/d.conf: object s3://shop/d.conf',
      'copy /etc/a.conf /etc/e.conf',
      'write /etc/f.conf: f',
    ],
  );
});

test('reads known scripts within scripts, and marks others as unread', () => {
  assert.deepEqual(
    steps(`bash -c 'dnf install -y a'
cat > /opt/b.sh <<'EOF'
dnf install -y b
EOF
bash /opt/b.sh
bash /opt/c.sh
curl -fsSL https://example.com/d.sh | sudo bash
`),
    [
      'install a',
      'write /opt/b.sh: dnf install -y b',
      'install b',
      'unread /opt/c.sh',
      'install https://example.com/d.sh',
      'unread https://example.com/d.sh',
    ],
  );
});

test('reads cloud-init, Image Builder and Ansible documents, and Dockerfiles', () => {
  assert.deepEqual(
    steps(`#cloud-config
packages: [a, [b, 1.0]]
write_files:
  - { path: /etc/c.conf, encoding: b64, content: Yw== }
runcmd:
  - systemctl enable --now a
  - [sh, -c, 'dnf remove -y b']
`),
    ['write /etc/c.conf: c', 'install a', 'install b', 'enable a', 'start a', 'remove b'],
  );
  assert.deepEqual(
    steps(`name: agent
phases:
  - name: build
    steps:
      - { name: a, action: ExecuteBash, inputs: { commands: ['dnf install -y a'] } }
      - { name: b, action: CreateFile, inputs: [{ path: /etc/b, content: b }] }
  - name: test
    steps:
      - { name: c, action: ExecuteBash, inputs: { commands: ['dnf remove -y a'] } }
`),
    ['install a', 'write /etc/b: b'],
  );
  const role = `- ansible.builtin.dnf: { name: '{{ item }}', state: present }
  loop: [a, b]
- copy: { src: c.conf, dest: /etc/ }
- systemd: { name: a, enabled: true, state: started }
  when: stage == 'prod'
- yum: name=b state=absent
`;
  const files: Record<string, string> = { 'roles/web/tasks/main.yml': role, 'roles/web/files/c.conf': 'c' };
  assert.deepEqual(
    steps('- hosts: all\n  roles: [web, missing]\n', 'site.yml', (file) => files[file] ?? null),
    [
      'install a b',
      'write /etc/c.conf: c',
      "enable a if when: stage == 'prod'",
      "start a if when: stage == 'prod'",
      'remove b',
      'unread role missing',
    ],
  );
  assert.deepEqual(steps('FROM x\nRUN dnf install -y a && \\\n    dnf remove -y b\n', 'Dockerfile'), [
    'install a',
    'remove b',
  ]);
});

test('removes secrets from a script and keeps its steps', () => {
  const script = `export TOKEN=swordfish
dnf install -y fluent-bit httpd
curl -H "Authorization: swordfish" https://user:swordfish@example.com/x?token=swordfish | bash
cat > /etc/fluent-bit/fluent-bit.conf <<'EOF'
[INPUT]
    Name tail
    Path /var/log/httpd/*_log
[OUTPUT]
    Name splunk
    Match *
    splunk_token swordfish
EOF
echo 'password: swordfish' > /etc/app.yaml
systemctl enable --now fluent-bit
`;
  const safe = safeScript({ name: 'user data', text: script });
  assert.doesNotMatch(safe, /swordfish/);
  assert.match(safe, /Path \/var\/log\/httpd\/\*_log/);
  const known = (text: string): string[] =>
    steps(text).filter((step) => !/^(?:write|unread|install http)/.test(step));
  assert.deepEqual(known(safe), known(script));
});

test('keeps only the host of an address with a password', () => {
  const safe = (path: string, config: string): string =>
    safeScript({ name: 'user data', text: `cat > ${path} <<'EOF'\n${config}\nEOF\n` });
  const upload = safe('/etc/systemd/journal-upload.conf', '[Upload]\r\nURL=https://me:sword@fish@logs:1/x\r');
  assert.match(upload, /^URL=https:\/\/logs:1$/m);
  const promtail = safe('/etc/promtail/config.yml', 'clients:\n  - url: "https://me:swordfish@logs/push"');
  assert.match(promtail, /^ {2}- url: https:\/\/logs$/m);
});

test('reads hostile scripts in bounded time', () => {
  for (const text of [
    'a() { b; }\nb() { a; }\na\n'.repeat(300),
    `${'bash -c "'.repeat(50)}x`,
    'cat > /a <<EOF\nbash /a\nEOF\nbash /a\n'.repeat(200),
    `${'if a; then '.repeat(2000)}dnf install -y b`,
    `x=${'$x'.repeat(5000)}\ndnf install $x`,
    '[ a ] && '.repeat(5000) + 'dnf install -y b',
    `exec >${'/'.repeat(150_000)}`,
    `exec >${'/a.lo'.repeat(30_000)}`,
  ])
    assert.ok(stepsOfScript({ name: 'user data', text }).length <= 5000);
});
