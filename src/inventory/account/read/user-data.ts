import { decodeUserData } from '../../../syntax/shell/index.ts';

/**
 * The words of a start script that tell whether logs leave the instance. User data can hold secrets: only these words
 * are ever taken out of it, and nothing else of it is kept.
 */
const WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/amazon-?cloudwatch-?agent|AmazonCloudWatch-ManageAgent/i, 'amazon-cloudwatch-agent'],
  [/\bawslogs\b/, 'awslogs'],
  [/fluent-?bit|td-agent-bit/, 'fluent-bit'],
  [/fluentd|\btd-agent\b|fluent-package/, 'fluentd'],
  [/aws-kinesis-agent/, 'aws-kinesis-agent'],
  [/\bvector(?:\.toml|\.yaml|\.dev|\s+--config)/, 'vector.toml'],
  [/\bfilebeat\b/, 'filebeat'],
  [/\bpromtail\b|\balloy\b/, 'promtail'],
  [/datadog-agent|DD_API_KEY/, 'datadog-agent'],
  [/otelcol|aws-otel-collector|opentelemetry-collector/, 'aws-otel-collector'],
  [/^[^#\r\n\u2028\u2029]*[ \t]@@?[\w.-]+(?::\d+)?[ \t]*$/m, '*.* @@host'],
  [/systemd-journal-(?:remote|upload)/, 'systemd-journal-upload'],
  [/amazon-ssm-agent/, 'amazon-ssm-agent'],
  [/target-lifecycle-state/, 'target-lifecycle-state'],
  [/complete-lifecycle-action/, 'complete-lifecycle-action'],
  [/\/var\/log\/messages/, '/var/log/messages'],
  [/journal(?:d|ctl)/, 'journald'],
  [/cloud-init-output/, 'cloud-init-output'],
  [/\b(?:curl|wget)\b[^\n]*\|\s*(?:sudo\s+)?(?:ba)?sh/, 'curl | sh'],
  [/aws\s+s3\s+(?:cp|sync)/, 'aws s3 cp'],
  [/ansible/i, 'ansible'],
  [/puppet/i, 'puppet'],
  [/\bchef\b/i, 'chef'],
  [/salt-/i, 'salt-'],
  [/cfn-init/, 'cfn-init'],
  [/git\s+clone/, 'git clone'],
  [/nodeadm/, 'nodeadm'],
  [/bootstrap\.sh/, 'bootstrap.sh'],
];

/** What is kept of the user data of an answer (base 64, perhaps packed): known words, one a line. */
export function wordsOf(userData: string): string {
  const script = decodeUserData(userData);
  return WORDS.flatMap(([pattern, word]) => (pattern.test(script) ? [word] : [])).join('\n');
}
