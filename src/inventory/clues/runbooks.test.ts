import assert from 'node:assert/strict';
import test from 'node:test';
import { runbooksIn } from './runbooks.ts';

const SUSPEND =
  'aws autoscaling suspend-processes --auto-scaling-group-name web --scaling-processes ReplaceUnhealthy';

/** File, text and expected remedy: `forbidden` if the text forbids each one, `nothing` without any. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ['run.md', SUSPEND, 'suspend-processes'],
  ['run.md', `# Loop\n\n\`\`\`sh\n${SUSPEND}\n\`\`\`\n`, 'suspend-processes'],
  [
    'run.md',
    'aws autoscaling suspend-processes \\\n  --auto-scaling-group-name web \\\n  --scaling-processes ReplaceUnhealthy\n',
    'suspend-processes',
  ],
  [
    'run.md',
    'If instances are replaced in a loop, suspend the `ReplaceUnhealthy` process of the group.',
    'suspend-processes',
  ],
  ['run.md', 'Do not wait: suspend the ReplaceUnhealthy process.', 'suspend-processes'],
  [
    'run.md',
    'Do not terminate instances by hand; run suspend-processes with ReplaceUnhealthy instead.',
    'suspend-processes',
  ],
  ['run.md', 'Do not forget to suspend ReplaceUnhealthy before you debug.', 'suspend-processes'],
  ['run.md', 'Do not panic, run suspend-processes first.', 'suspend-processes'],
  ['run.md', 'Suspend ReplaceUnhealthy, and never terminate an instance by hand.', 'suspend-processes'],
  ['run.md', 'Suspend ReplaceUnhealthy until the database is no longer slow.', 'suspend-processes'],
  ['run.md', 'Change the health check type of the group to EC2.', 'health-check-type'],
  [
    'run.md',
    'aws autoscaling update-auto-scaling-group --auto-scaling-group-name web --health-check-type EC2',
    'health-check-type',
  ],
  ['run.md', 'Detach the instance from the Auto Scaling group and keep it for analysis.', 'detach'],
  ['run.md', 'Put one instance into standby.', 'standby'],
  ['run.md', 'Never use suspend-processes.', 'forbidden'],
  ['run.md', 'We must not run `suspend-processes` on ReplaceUnhealthy in production.', 'forbidden'],
  ['run.md', `Never run this:\n\n\`\`\`\n${SUSPEND}\n\`\`\`\n`, 'forbidden'],
  ['run.md', `## Forbidden commands\n\n- ${SUSPEND}\n`, 'forbidden'],
  ['run.md', 'suspend-processes is forbidden by the platform team.', 'forbidden'],
  ['run.md', `| \`suspend-processes\` | not allowed |\n`, 'forbidden'],
  ['run.md', `\`\`\`\n${SUSPEND}\n\`\`\`\n\nThis command is dangerous and must not be used.\n`, 'forbidden'],
  ['run.md', 'TODO: describe suspend-processes.', 'forbidden'],
  ['run.md', 'Should we suspend ReplaceUnhealthy?', 'forbidden'],
  ['run.md', `<!-- ${SUSPEND} -->`, 'nothing'],
  ['run.md', `~~${SUSPEND}~~`, 'nothing'],
  ['run.md', `\`\`\`sh\n# ${SUSPEND}\n\`\`\`\n`, 'nothing'],
  [
    'run.md',
    'aws autoscaling suspend-processes --auto-scaling-group-name web --scaling-processes AZRebalance',
    'nothing',
  ],
  ['run.md', 'Promote the standby of the database.', 'nothing'],
  ['run.md', 'Terminate the instances one after the other.', 'nothing'],
  ['手順書.md', '入れ替えのループが始まったら、ReplaceUnhealthy を一時停止する。', 'suspend-processes'],
  [
    '手順書.md',
    'まず ReplaceUnhealthy プロセスを中断し、インスタンスを終了しないこと。',
    'suspend-processes',
  ],
  ['手順書.md', '慌てずに ReplaceUnhealthy を中断してください。', 'suspend-processes'],
  ['手順書.md', 'Auto Scaling グループのヘルスチェックタイプを EC2 に変更する。', 'health-check-type'],
  ['手順書.md', '調査するインスタンスを Auto Scaling グループからデタッチする。', 'detach'],
  ['手順書.md', 'インスタンスを 1 台スタンバイ状態に移行する。', 'standby'],
  ['手順書.md', `次のコマンドを実行する。\n\n\`\`\`\n${SUSPEND}\n\`\`\`\n`, 'suspend-processes'],
  ['手順書.md', 'suspend-processes は使用禁止。', 'forbidden'],
  ['手順書.md', 'suspend-processes は、本番では絶対に使わないこと。', 'forbidden'],
  ['手順書.md', 'ReplaceUnhealthy を中断してはならない。', 'forbidden'],
  ['手順書.md', `## 禁止事項\n\n\`\`\`\n${SUSPEND}\n\`\`\`\n`, 'forbidden'],
  ['手順書.md', `次のコマンドは実行しないこと：\n\n${SUSPEND}\n`, 'forbidden'],
  ['手順書.md', 'ヘルスチェックタイプを EC2 に変更しないでください。', 'forbidden'],
  ['brake.sh', `#!/bin/sh\n${SUSPEND}\n`, 'suspend-processes'],
  ['brake.sh', `#!/bin/sh\n# ${SUSPEND}\n`, 'nothing'],
  ['brake.sh', 'echo "never use suspend-processes"\n', 'forbidden'],
  [
    'brake.py',
    "asg.suspend_processes(AutoScalingGroupName='web', ScalingProcesses=['ReplaceUnhealthy'])\n",
    'suspend-processes',
  ],
  [
    'brake.py',
    "asg.update_auto_scaling_group(AutoScalingGroupName='web', HealthCheckType='EC2')\n",
    'health-check-type',
  ],
  [
    'brake.ts',
    "await client.send(new SuspendProcessesCommand({ ScalingProcesses: ['ReplaceUnhealthy'] }));\n",
    'suspend-processes',
  ],
  ['policy.json', '{ "Action": ["autoscaling:SuspendProcesses"], "Sid": "ReplaceUnhealthy" }', 'nothing'],
  [
    'stack.yaml',
    'UpdatePolicy:\n  AutoScalingRollingUpdate:\n    SuspendProcesses: [ReplaceUnhealthy]\n',
    'nothing',
  ],
  ['stack.yaml', '    HealthCheckType: EC2\n', 'nothing'],
  ['web.tf', '  health_check_type = "EC2"\n', 'nothing'],
];

for (const [file, text, expected] of ROWS) {
  test(`finds ${expected} in ${file}: ${text.trim().slice(0, 90)}`, () => {
    const found = runbooksIn({ file, text });
    const allowed = found.filter(({ isForbidden }) => !isForbidden);
    const answer = allowed[0]?.remedy ?? (found.length > 0 ? 'forbidden' : 'nothing');
    assert.equal(answer, expected);
  });
}

test('reads group and undo command of a runbook', () => {
  const undo = SUSPEND.replace('suspend', 'resume');
  const [runbook] = runbooksIn({ file: 'run.md', text: `Stop:\n\n${SUSPEND}\n\nUndo:\n\n${undo}\n` });
  assert.deepEqual(runbook?.groups, ['web']);
  assert.equal(runbook.undo?.line, 7);
  assert.equal(runbooksIn({ file: 'run.md', text: SUSPEND })[0]?.undo, null);
  const [placeholder] = runbooksIn({ file: 'run.md', text: SUSPEND.replace('web', 'GROUP') });
  assert.deepEqual(placeholder?.groups, []);
  const [japanese] = runbooksIn({
    file: '手順.md',
    text: 'ReplaceUnhealthy を中断する。原因が消えたら再開する。',
  });
  assert.ok(japanese?.undo);
});
