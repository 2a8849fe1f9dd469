import type { CollectedLog } from '../../model/index.ts';
import { ASSOCIATION_SCRIPT } from '../../vocabulary/index.ts';
import { labelOf } from '../fixes/names.ts';
import { NEW_ASSOCIATION, UNNAMED_LOG_GROUP } from '../new/types.ts';
import {
  concat,
  InexpressibleError,
  reference,
  struct,
  type NewResource,
  type NewValue,
} from '../new/values.ts';
import { awsName, type Planner } from './plan.ts';

const RETENTION_DAYS = 90;
const AGENT_FOLDER = '/opt/aws/amazon-cloudwatch-agent';
const CONFIG_FILE = `${AGENT_FOLDER}/etc/system-logs.json`;
/** Policies that the agent needs on the instances' role, which may be declared anywhere. */
const AGENT_POLICIES = 'AmazonSSMManagedInstanceCore and CloudWatchAgentServerPolicy';
/**
 * Log agent on the instances of groups with a launch template, including running ones. It is installed by an
 * association, because a change of user data can replace instances. The agent's present configuration stays.
 */
export const logAgentPlan: Planner<'log-agent'> = ({ groups, logs: files }, asset, known) => {
  const names = groups.map((id): NewValue => {
    const group = known.asset(id);
    if (group === undefined) throw new InexpressibleError(id);
    return reference(group, 'name');
  });
  if (names.length === 0) throw new InexpressibleError(asset.name);
  const logs: NewResource = {
    type: UNNAMED_LOG_GROUP,
    words: 'system',
    settings: { logGroupName: `/instances/${awsName(labelOf(asset), '')}`, retentionInDays: RETENTION_DAYS },
  };
  const association: NewResource = {
    type: NEW_ASSOCIATION,
    words: 'system logs',
    settings: {
      name: 'AWS-RunShellScript',
      [ASSOCIATION_SCRIPT]: { commands: { is: 'script', lines: scriptFor(files, reference(logs, 'name')) } },
      targets: struct('Target', { key: 'tag:aws:autoscaling:groupName', values: names }),
    },
    ...(known.isWritten('iamInstanceProfile') && { remark: `The instances' role needs ${AGENT_POLICIES}.` }),
  };
  return { settings: {}, resources: [logs, association] };
};

/** Commands that install the agent, and rsyslog: without it, Amazon Linux 2023 logs only to the journal. */
function scriptFor(logs: readonly CollectedLog[], logGroup: ReturnType<typeof reference>): NewValue[] {
  const files = logs.flatMap(({ path, stream }, i): NewValue[] => [
    `{"file_path": "${path}", "log_stream_name": "{instance_id}/${stream}",`,
    concat('"log_group_name": "', logGroup, `"}${i < logs.length - 1 ? ',' : ''}`),
  ]);
  return [
    'yum install -y amazon-cloudwatch-agent rsyslog',
    'systemctl enable --now rsyslog',
    `cat > ${CONFIG_FILE} <<EOF`,
    '{"logs": {"logs_collected": {"files": {"collect_list": [',
    ...files,
    ']}}}}',
    'EOF',
    `${AGENT_FOLDER}/bin/amazon-cloudwatch-agent-ctl -a append-config -m ec2 -s -c file:${CONFIG_FILE}`,
  ];
}
