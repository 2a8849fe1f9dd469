import { text } from '../../../l10n/index.ts';
import { hasFeature } from '../../../products/index.ts';
import { partialSupportLost, supportMessage } from '../../support/support-message.ts';
import { supportOf } from '../../support/support.ts';
import { fail, notApplicable, pass, withRemarks, unknown } from '../answers.ts';
import { isVersionIgnored } from '../subjects/members.ts';
import { databaseGuide, controlMappings, type Check, type Note } from '../check.ts';
import { notApplicableToEngine } from '../engine.ts';
import { numberOf, readSetting } from '../reading/readings.ts';

/** Days before the end of standard support from which it is time to act. */
const SOON = 90;

const backtrack: Note = {
  id: 'aurora-backtrack-note',
  title: text('check.aurora-backtrack-note.title'),
  level: 'could',
  evaluate(cluster) {
    if (!hasFeature(cluster.product, 'backtrack')) return notApplicableToEngine(cluster);
    const window = readSetting(cluster, 'backtrackWindow');
    if (window.state === 'unknown') return unknown(window.evidence);
    return (numberOf(window.value) ?? 0) > 0
      ? pass(text('evidence.backtrackOn'))
      : notApplicable(text('evidence.backtrackOff'));
  },
};

export const auroraVersionSupported: Check = {
  id: 'aurora-version-supported',
  title: text('check.aurora-version-supported.title'),
  why: text('check.aurora-version-supported.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    if (isVersionIgnored(cluster)) return unknown(cluster.mayRunNewer);
    const version = cluster.versions.running ?? cluster.version ?? null;
    const { product } = cluster;
    if (version === null || product === null) {
      const lost = partialSupportLost(context.catalogue, cluster, context.today);
      return lost ? fail(lost.message) : unknown(cluster.reason ?? text('evidence.versionUnknown'));
    }
    const status = supportOf(context.catalogue, product, version, context.today);
    if (status === null) return unknown(text('evidence.notInCatalogue', { version }));
    const message = supportMessage(status, context.today);
    const soon = context.threshold('days', SOON);
    if (status.phase === 'standard') {
      if (status.daysLeft === null) return pass(text('evidence.supported', { scope: status.scope }));
      return status.daysLeft > soon ? pass(message) : fail(message, { level: 'should' });
    }
    const isForced = cluster.settings.engineLifecycleSupport === 'open-source-rds-extended-support-disabled';
    const remark = isForced ? text('evidence.forcedUpgrade') : null;
    const fix = {
      title: text('fix.upgradePath'),
      changes: [],
      command: `errata-lens upgrade ${product} ${version}`,
    };
    return withRemarks(fail(message, { fix }), remark);
  },
  care: text('check.aurora-version-supported.care'),
  helpUri: databaseGuide('extended-support'),
  mappings: controlMappings({ prowler: ['rds_instance_extended_support'], wellArchitected: ['OPS05-BP05'] }),
  notes: [backtrack],
};
