import { text } from '../../../l10n/index.ts';
import { type Asset, type Text } from '../../../model/index.ts';
import { hostOf } from './image-host.ts';
import { isSystem } from '../../../products/index.ts';
import { allOf, bad, fail, good, notApplicable, open, pass, unknown, type Link } from '../answers.ts';
import { cloudWatchGuide, maps, type Check, type CheckContext, type Note } from '../check.ts';
import { fieldOf, isHidden, isWritten, listOf, textOf, unreadable } from '../readings.ts';

/** What ships logs off an instance, by the words of its installation or configuration. */
const SHIPPERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['CloudWatch agent', /amazon-?cloudwatch-?agent|AmazonCloudWatch-ManageAgent/i],
  ['awslogs', /\bawslogs\b/],
  ['Fluent Bit', /fluent-?bit|td-agent-bit/],
  ['Fluentd', /fluentd|\btd-agent\b|fluent-package/],
  ['Kinesis agent', /aws-kinesis-agent/],
  ['Vector', /\bvector(?:\.toml|\.yaml|\.dev|\s+--config)|install\s+-y[^\n]*\bvector\b/],
  ['Filebeat', /\bfilebeat\b/],
  ['Promtail or Alloy', /\bpromtail\b|\bgrafana-alloy\b|\balloy\b/],
  ['Datadog agent', /datadog-agent|DD_API_KEY/],
  ['OpenTelemetry collector', /otelcol|aws-otel-collector|opentelemetry-collector/],
  ['rsyslog', /^[^#\r\n\u2028\u2029]*[ \t]@@?[\w.-]+(?::\d+)?[ \t]*$/m],
  ['journald remote', /systemd-journal-(?:remote|upload)/],
];
/** Those of CloudWatch itself. */
const AGENTS: ReadonlySet<string> = new Set(['CloudWatch agent', 'awslogs']);
/** Those that write to a service of AWS. */
const TO_AWS: ReadonlySet<string> = new Set([...AGENTS, 'Kinesis agent']);
/** User data that fetches the rest from elsewhere can install anything. */
const FETCHES_MORE = new RegExp(
  [
    String.raw`\b(?:curl|wget)\b[^\n]*\|\s*(?:sudo\s+)?(?:ba)?sh`,
    ...[String.raw`aws\s+s3\s+(?:cp|sync)`, 'ansible', 'puppet', 'chef', 'salt-', 'cfn-init'],
    ...[String.raw`git\s+clone`, 'nodeadm', String.raw`bootstrap\.sh`],
  ].join('|'),
  'i',
);

const rootVolume: Note = {
  id: 'lt-root-volume-kept',
  title: text('check.lt-root-volume-kept.title'),
  level: 'could',
  evaluate(template) {
    const isMapped = isWritten(template, 'blockDeviceMappings');
    if (isMapped === null) return unknown(unreadable(template, text('evidence.volumesUnknown')));
    if (!isMapped) return notApplicable(text('evidence.volumesByImage'));
    const mappings = listOf(template.settings.blockDeviceMappings);
    if (mappings.some((mapping) => isHidden(mapping, 'ebs', 'deleteOnTermination'))) {
      return unknown(unreadable(template, text('evidence.volumesUnknown')));
    }
    const isKept = mappings.some(
      (mapping) => textOf(fieldOf(mapping, 'ebs', 'deleteOnTermination')) === 'false',
    );
    return isKept ? pass(text('evidence.volumeKept')) : fail(text('evidence.volumeDeleted'));
  },
};

export const ltLogShipping: Check = {
  id: 'lt-log-shipping',
  title: text('check.lt-log-shipping.title'),
  why: text('check.lt-log-shipping.why'),
  level: 'must',
  appliesTo: ['launch-template'],
  evaluate(template, context) {
    const [image] = context.graph.linked(template, 'image');
    if (hostOf(image)?.installsSoftware === false) return notApplicable(text('evidence.bottlerocket'));
    const shipping = logShipping(template, context);
    const missesJournal = shipping.outcome === 'pass' && shipsOnlyMessages(template, image);
    if (missesJournal) return fail(text('evidence.onlyMessages'), { level: 'should' });
    return allOf([shipping, ...profileLinks(template, shipping)], {
      fix: {
        title: text('fix.shipping'),
        changes: [],
        command:
          'dnf install -y amazon-cloudwatch-agent && amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 ' +
          '-s -c ssm:AmazonCloudWatch-CONFIG',
      },
    });
  },
  care: text('check.lt-log-shipping.care'),
  helpUri: cloudWatchGuide('Install-CloudWatch-Agent'),
  mappings: maps({ wellArchitected: ['REL06-BP01', 'REL06-BP05', 'OPS04-BP02'] }),
  notes: [rootVolume],
};

/** What sends to AWS needs a role to send with. */
function profileLinks(template: Asset, shipping: Link): Link[] {
  const sendsToAws = shippersOf(template).some((shipper) => TO_AWS.has(shipper));
  const hasNone =
    shipping.outcome === 'pass' && sendsToAws && isWritten(template, 'iamInstanceProfile') === false;
  return hasNone ? [bad(text('evidence.shipperWithoutProfile', { template: template.name }))] : [];
}

/** Whether logs leave the instances of a launch template while they live. */
export function logShipping(template: Asset, context: Pick<CheckContext, 'graph'>): Link {
  if (isWritten(template, 'userData') === null) {
    return open(unreadData(template));
  }
  const [found] = shippersOf(template);
  if (found !== undefined) {
    return good(text('evidence.shipper', { template: template.name, shipper: found }));
  }
  return otherWay(template, context) ?? bad(text('evidence.noShipper', { template: template.name }));
}

function unreadData(template: Asset): Text {
  return unreadable(template, text('evidence.userDataUnknown', { template: template.name }), 'userData');
}

/** The agent of CloudWatch, and any other shipper, each by itself: they are alternatives. */
export function logWays(
  template: Asset,
  context: Pick<CheckContext, 'graph'>,
): { agent: Link; shipper: Link } {
  if (isWritten(template, 'userData') === null) {
    const unclear = open(unreadData(template));
    return { agent: unclear, shipper: unclear };
  }
  const found = shippersOf(template);
  const missing = otherWay(template, context) ?? bad(text('evidence.noWay', { template: template.name }));
  const linkFor = (isOne: (shipper: string) => boolean): Link => {
    const shipper = found.find(isOne);
    return shipper === undefined
      ? missing
      : good(text('evidence.shipper', { template: template.name, shipper }));
  };
  const isAgent = (shipper: string): boolean => AGENTS.has(shipper);
  return { agent: linkFor(isAgent), shipper: linkFor((shipper) => !isAgent(shipper)) };
}

function shippersOf(template: Asset): string[] {
  const script = decoded(textOf(template.settings.userData) ?? '');
  return SHIPPERS.filter(([, pattern]) => pattern.test(script)).map(([name]) => name);
}

/** Where a shipper can come from without being named here; null where it cannot. */
function otherWay(template: Asset, { graph }: Pick<CheckContext, 'graph'>): Link | null {
  if (FETCHES_MORE.test(decoded(textOf(template.settings.userData) ?? ''))) {
    return open(text('evidence.fetchesMore', { template: template.name }));
  }
  const [image] = graph.linked(template, 'image');
  return image === undefined || !isSystem(image.product)
    ? open(text('evidence.imageMayShip', { template: template.name }))
    : null;
}

/** User data that is written in base 64 is read too; it is matched and never kept. */
function decoded(userData: string): string {
  const compact = userData.trim();
  const isEncoded =
    compact.length > 16 && /^[A-Za-z0-9+/\s]+={0,2}$/.test(compact) && !/\s[a-z-]+\s/.test(compact);
  if (!isEncoded) return userData;
  const plain = Buffer.from(compact, 'base64').toString('utf8');
  return plain.startsWith('#') || plain.startsWith('Content-Type') || plain.startsWith('MIME')
    ? plain
    : userData;
}

/** Whether a list of files ships nothing: it names only `messages`, and the system log is in the journal alone. */
function shipsOnlyMessages(template: Asset, image: Asset | undefined): boolean {
  const script = textOf(template.settings.userData) ?? '';
  if (hostOf(image)?.logsOnlyToJournal !== true || !script.includes('/var/log/messages')) return false;
  return !/journal|rsyslog|cloud-init-output/.test(script);
}
