import { text } from '../../../l10n/index.ts';
import { type Asset, type Fix } from '../../../model/index.ts';
import { daysBetween } from '../../support/support.ts';
import { fail, notApplicable, pass, withRemarks, unknown } from '../answers.ts';
import { databaseGuide, controlMappings, type Check } from '../check.ts';
import { modifyCommand } from '../commands.ts';
import { isServerlessV1, membersOf, unreadMembersReason } from '../subjects/members.ts';
import { fieldOf, isWritten, textOf } from '../reading/readings.ts';

const OFFERED = 'rds-ca-rsa2048-g1';
/** Days before the end of an instance's own certificate (our choice). */
const SOON = 30;
const CURRENT = /^rds-ca-(?:rsa2048|rsa4096|ecc384)-g\d+$/;

export const auroraCaCertificate: Check = {
  id: 'aurora-ca-certificate',
  title: text('check.aurora-ca-certificate.title'),
  why: text('check.aurora-ca-certificate.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph, today, threshold }) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const members = membersOf(cluster, graph);
    const holders = members.length > 0 ? members : [cluster];
    const authorities = holders.map((holder) => authorityOf(holder, cluster));
    const old = authorities.find((authority) => authority !== null && !CURRENT.test(authority));
    if (old !== undefined && old !== null) {
      return fail(text('evidence.oldCertificate', { authority: old }), {
        fix: fixFor([cluster, ...members].filter(hasOldAuthority)),
      });
    }
    const [first] = authorities;
    if (first === undefined || first === null || authorities.includes(null)) {
      return unknown(unreadMembersReason(cluster, graph) ?? text('evidence.certificateByAccount'));
    }
    const [ends] = holders
      .flatMap(({ settings }) => textOf(fieldOf(settings.certificateDetails, 'validTill')) ?? [])
      .sort();
    if (ends === undefined) return pass(text('evidence.certificate', { authority: first }));
    const date = ends.slice(0, 10);
    // Only the team can renew a certificate whose renewal needs a restart.
    if (daysBetween(today, date) < threshold('days', SOON))
      return fail(text('evidence.certificateEnds', { date }));
    return withRemarks(
      pass(text('evidence.certificate', { authority: first })),
      text('evidence.certificateEnds', { date }),
    );
  },
  care: text('check.aurora-ca-certificate.care'),
  helpUri: databaseGuide('UsingWithRDS.SSL-certificate-rotation'),
  mappings: controlMappings({ prowler: ['rds_instance_certificate_expiration'], checkov: ['CKV_AWS_211'] }),
};

/** Certificate authority of an instance, else of its cluster; null if neither is known. */
function authorityOf(instance: Asset, cluster: Asset): string | null {
  if (isWritten(instance, 'caCertificateIdentifier') === null) return null;
  return (
    textOf(instance.settings.caCertificateIdentifier) ?? textOf(cluster.settings.caCertificateIdentifier)
  );
}

function hasOldAuthority({ settings }: Asset): boolean {
  const written = textOf(settings.caCertificateIdentifier);
  return written !== null && !CURRENT.test(written);
}

/** Fix wherever an old authority is set: at the cluster, its instances, or both. */
function fixFor(holders: readonly Asset[]): Fix {
  const commands = holders.map((holder) => `${modifyCommand(holder)} --ca-certificate-identifier ${OFFERED}`);
  return {
    title: text('fix.certificate'),
    changes: holders.map(({ id }) => ({
      kind: 'setting',
      assetId: id,
      setting: 'caCertificateIdentifier',
      value: OFFERED,
      mode: 'set',
    })),
    command: commands.join(' && '),
  };
}
