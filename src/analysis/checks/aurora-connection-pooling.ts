import { text } from '../../l10n/index.ts';
import { absent } from './alarms.ts';
import { allOf, notApplicable } from './answers.ts';
import { auroraGuide, maps, type Check } from './check.ts';
import { clusterName } from './exports.ts';
import { isServerlessV1, membersOf } from './members.ts';

export const auroraConnectionPooling: Check = {
  id: 'aurora-connection-pooling',
  title: text('check.aurora-connection-pooling.title'),
  why: text('check.aurora-connection-pooling.why'),
  level: 'could',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph, clues }) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const subjects = [cluster, ...membersOf(cluster, graph)];
    const proxy = subjects.flatMap((subject) => graph.linkedTo(subject, 'watches', 'db-proxy'))[0];
    if (proxy !== undefined)
      return allOf([{ outcome: 'pass', evidence: text('evidence.proxy', { proxy: proxy.name }) }]);
    const [pool] = clues?.pools ?? [];
    if (pool !== undefined) {
      const evidence = text('evidence.ownPool', { size: pool.size, file: pool.location.file });
      return allOf([{ outcome: 'pass', evidence }]);
    }
    const unlinked = graph.near(cluster, 'db-proxy').find(({ links }) => links.length === 0);
    if (unlinked !== undefined) {
      return allOf([
        { outcome: 'unknown', evidence: text('evidence.proxyUnclear', { proxy: unlinked.name }) },
      ]);
    }
    return allOf(
      [absent(graph, [cluster], 'DescribeDBProxies', text('evidence.noProxy', { asset: cluster.name }))],
      {
        fix: {
          title: text('fix.proxy'),
          changes: [],
          command: `aws rds create-db-proxy --db-proxy-name ${clusterName(cluster)} --engine-family MYSQL --role-arn ROLE_ARN --vpc-subnet-ids SUBNET_IDS --auth AuthScheme=SECRETS,SecretArn=SECRET_ARN`,
        },
      },
    );
  },
  care: text('check.aurora-connection-pooling.care'),
  helpUri: auroraGuide('rds-proxy'),
  mappings: maps({ securityHub: ['RDS.43'], wellArchitected: ['REL05-BP02', 'REL05-BP04'] }),
};
