import { text } from '../../../l10n/index.ts';
import { fail, notApplicable, pass, unknown } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { engineName } from '../engine.ts';
import { logTypes } from './exports.ts';
import { readSetting, textsOf } from '../reading/readings.ts';

export const auroraLogExportNamesValid: Check = {
  id: 'aurora-log-export-names-valid',
  title: text('check.aurora-log-export-names-valid.title'),
  why: text('check.aurora-log-export-names-valid.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster) {
    const exported = readSetting(cluster, 'enabledCloudwatchLogsExports');
    if (exported.state === 'unknown') return unknown(exported.evidence);
    const names = textsOf(exported.value);
    if (names.length === 0) return notApplicable(text('evidence.noExports', { asset: cluster.name }));
    const allowed = logTypes(cluster);
    const wrong = names.filter((name) => !allowed.includes(name));
    if (wrong.length === 0) return pass(exported.evidence);
    return fail(text('evidence.wrongExports', { names: wrong, allowed, engine: engineName(cluster) }));
  },
  helpUri: ({ pages }) => pages.exports,
  mappings: controlMappings({ wellArchitected: ['OPS04-BP02'] }),
};
