import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import { fail, notApplicable, pass, unknown } from './answers.ts';
import { auroraGuide, maps, type Check } from './check.ts';
import { isServerlessV1, membersOf } from './members.ts';
import { isWritten, textOf } from './readings.ts';

const CURRENT = /^rds-ca-(?:rsa2048|rsa4096|ecc384)-g\d+$/;

export const auroraCaCertificate: Check = {
  id: 'aurora-ca-certificate',
  title: text('check.aurora-ca-certificate.title'),
  why: text('check.aurora-ca-certificate.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const members = membersOf(cluster, graph);
    const holders = members.length > 0 ? members : [cluster];
    const authorities = holders.map((holder) => authorityOf(holder, cluster));
    const old = authorities.find((authority) => authority !== null && !CURRENT.test(authority));
    if (old !== undefined && old !== null) {
      const name = textOf(holders[0]?.settings.dbInstanceIdentifier) ?? 'INSTANCE';
      return fail(text('evidence.oldCertificate', { authority: old }), {
        fix: {
          title: text('fix.certificate'),
          changes: [],
          command: `aws rds modify-db-instance --db-instance-identifier ${name} --ca-certificate-identifier rds-ca-rsa2048-g1`,
        },
      });
    }
    const [first] = authorities;
    if (first === undefined || first === null || authorities.includes(null)) {
      return unknown(text('evidence.certificateByAccount'));
    }
    return pass(text('evidence.certificate', { authority: first }));
  },
  care: text('check.aurora-ca-certificate.care'),
  helpUri: auroraGuide('UsingWithRDS.SSL-certificate-rotation'),
  mappings: maps({ prowler: ['rds_instance_certificate_expiration'], checkov: ['CKV_AWS_211'] }),
};

/** The instance's certificate authority, else its cluster's; null where neither is known. */
function authorityOf(instance: Asset, cluster: Asset): string | null {
  if (isWritten(instance, 'caCertificateIdentifier') === null) return null;
  return (
    textOf(instance.settings.caCertificateIdentifier) ?? textOf(cluster.settings.caCertificateIdentifier)
  );
}
