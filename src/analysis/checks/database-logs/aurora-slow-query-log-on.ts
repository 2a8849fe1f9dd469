import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
import { allOf, remarked } from '../answers.ts';
import { auroraGuide, maps, type Check, type CheckContext } from '../check.ts';
import { exportFix, exportLink } from './exports.ts';
import { parameterFix } from '../parameter-fix.ts';
import { parameterLink, readParameter } from '../parameters.ts';
import { isOn } from '../readings.ts';

/** Seconds. MySQL's default; a team that hunts connection surges wants to see far shorter statements (our choice). */
const LONGEST_THRESHOLD = 10;
const GOOD_THRESHOLD = 2;

export const auroraSlowQueryLogOn: Check = {
  id: 'aurora-slow-query-log-on',
  title: text('check.aurora-slow-query-log-on.title'),
  why: text('check.aurora-slow-query-log-on.why'),
  level: 'must',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, context) {
    const { graph } = context;
    const threshold = readParameter(cluster, 'long_query_time', graph);
    const longest = context.threshold('long_query_time', LONGEST_THRESHOLD);
    const isOnNow = parameterLink(readParameter(cluster, 'slow_query_log', graph), isOn);
    const toFile = parameterLink(readParameter(cluster, 'log_output', graph), (value) =>
      /^file$/i.test(value),
    );
    const isShort = parameterLink(threshold, (value) => Number(value) <= longest);
    const exported = exportLink(cluster, 'slowquery');
    const parameters = {
      ...(isOnNow.outcome === 'fail' ? { slow_query_log: '1' } : {}),
      ...(isShort.outcome === 'fail' || isOnNow.outcome === 'fail' ? { long_query_time: '1' } : {}),
      ...(toFile.outcome === 'fail' ? { log_output: 'FILE' } : {}),
    };
    const answer = allOf([isOnNow, toFile, isShort, exported], {
      fix: fixFor(cluster, context, parameters, exported.outcome === 'fail'),
    });
    const isCoarse = parameterLink(threshold, (value) => Number(value) <= GOOD_THRESHOLD).outcome === 'fail';
    const rows = readParameter(cluster, 'min_examined_row_limit', graph).find(
      (reading) => reading.state === 'known' && Number(reading.value) > 0,
    );
    return remarked(
      answer,
      isCoarse ? text('evidence.coarseSlowLog', { seconds: GOOD_THRESHOLD }) : null,
      rows?.state === 'known' ? text('evidence.hidesSlow', { rows: Number(rows.value) }) : null,
    );
  },
  care: text('check.aurora-slow-query-log-on.care'),
  helpUri: auroraGuide('USER_LogAccess.MySQL.LogFileSize'),
  mappings: maps({ securityHub: ['RDS.9'], checkov: ['CKV_AWS_324'], wellArchitected: ['REL06-BP05'] }),
};

function fixFor(
  cluster: Asset,
  { graph }: CheckContext,
  parameters: Readonly<Record<string, string>>,
  needsExport: boolean,
): Fix {
  if (Object.keys(parameters).length === 0) return exportFix(cluster, ['slowquery']);
  const more = needsExport ? exportFix(cluster, ['slowquery']) : null;
  return parameterFix(cluster, parameters, graph, more);
}
