import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { allOf, withRemarks } from '../answers.ts';
import { controlMappings, type Check, type CheckContext } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';
import { exportFix, exportLink } from './exports.ts';
import { parameterFix } from '../subjects/parameter-fix.ts';
import { parameterLink, readParameter, logParameterLinks } from '../subjects/parameters.ts';

/** Seconds (our choice) above which the threshold fails: the default of MySQL. */
const MAX_THRESHOLD_SECONDS = 10;
/** Seconds above which the threshold gets a remark: in a surge of connections, shorter statements matter, too. */
const GOOD_THRESHOLD_SECONDS = 2;

export const auroraSlowQueryLogOn: Check = {
  id: 'aurora-slow-query-log-on',
  title: text('check.aurora-slow-query-log-on.title'),
  why: text('check.aurora-slow-query-log-on.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { graph } = context;
    const { slow } = observabilityOfCluster(cluster);
    if (slow === null) return notApplicableToEngine(cluster);
    const { threshold } = slow;
    // Every engine's threshold has this one name, in seconds.
    const longest = context.threshold('long_query_time', MAX_THRESHOLD_SECONDS);
    const readings = readParameter(cluster, threshold.name, graph);
    const isShort = parameterLink(readings, (value) => threshold.seconds(value) <= longest);
    const written = logParameterLinks(cluster, slow, graph);
    const lacking = written.flatMap(({ demand, link }) =>
      link.outcome === 'fail' && demand !== null ? [demand] : [],
    );
    const isOff = slow.needs[0] !== undefined && lacking.includes(slow.needs[0]);
    const exported = exportLink(cluster, slow.type);
    const parameters = {
      ...Object.fromEntries(lacking.map(({ name, good }) => [name, good])),
      ...(isShort.outcome === 'fail' || isOff ? { [threshold.name]: threshold.good } : {}),
    };
    const answer = allOf([...written.map(({ link }) => link), isShort, exported], {
      fix: fixFor(cluster, slow.type, context, parameters, exported.outcome === 'fail'),
    });
    const isCoarse = readings.some(
      (reading) => reading.state === 'known' && isCoarser(threshold.seconds(reading.value)),
    );
    return withRemarks(
      answer,
      isCoarse ? text('evidence.coarseSlowLog', { seconds: GOOD_THRESHOLD_SECONDS }) : null,
    );
  },
  care: text('check.aurora-slow-query-log-on.care'),
  helpUri: ({ pages }) => pages.logFiles,
  mappings: controlMappings({
    securityHub: ['RDS.9'],
    checkov: ['CKV_AWS_324'],
    wellArchitected: ['REL06-BP05'],
  }),
};

function isCoarser(seconds: number): boolean {
  return !(seconds <= GOOD_THRESHOLD_SECONDS);
}

function fixFor(
  cluster: Asset,
  type: string,
  context: CheckContext,
  parameters: Readonly<Record<string, string>>,
  needsExport: boolean,
): Fix {
  if (Object.keys(parameters).length === 0) return exportFix(cluster, [type], context);
  const more = needsExport ? exportFix(cluster, [type], context) : null;
  return parameterFix(cluster, parameters, context.graph, more);
}
