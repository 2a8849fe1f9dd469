import { text } from '../../../l10n/index.ts';
import { engineOf } from '../../../products/index.ts';
import { absentLink } from '../absent-link.ts';
import { allOf, notApplicable } from '../answers.ts';
import { databaseGuide, controlMappings, type Check } from '../check.ts';
import { connectionLimit, connectionDemand, isOverShare, proxiesOf } from '../subjects/connection-demand.ts';
import { notApplicableToEngine } from '../engine.ts';
import { isServerlessV1 } from '../subjects/members.ts';
import { databaseName, unlessExists, commandVariable } from '../commands.ts';

export const auroraConnectionPooling: Check = {
  id: 'aurora-connection-pooling',
  title: text('check.aurora-connection-pooling.title'),
  why: text('check.aurora-connection-pooling.why'),
  level: 'could',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const { graph, clues } = context;
    const family = engineOf(cluster.product)?.engine.proxyFamily ?? null;
    if (family === null) return notApplicableToEngine(cluster);
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const [proxy] = proxiesOf(cluster, graph);
    if (proxy !== undefined)
      return allOf([{ outcome: 'pass', evidence: text('evidence.proxy', { proxy: proxy.name }) }]);
    const [pool] = clues?.pools ?? [];
    const isOverrun = isOverShare(connectionDemand(cluster, context), connectionLimit(cluster, graph).limit);
    if (pool !== undefined && !isOverrun) {
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
      [absentLink(graph, [cluster], 'DescribeDBProxies', text('evidence.noProxy', { asset: cluster.name }))],
      {
        // A proxy helps pools that together exceed the database's limit.
        level: isOverrun ? 'should' : null,
        fix: {
          title: text('fix.proxy'),
          changes: [],
          command: unlessExists(
            `aws rds describe-db-proxies --db-proxy-name ${databaseName(cluster)}`,
            `aws rds create-db-proxy --db-proxy-name ${databaseName(cluster)} --engine-family ${family} ` +
              `--role-arn ${commandVariable('PROXY_ROLE_ARN')} --vpc-subnet-ids ${commandVariable('PROXY_SUBNET_IDS')} ` +
              `--auth AuthScheme=SECRETS,SecretArn=${commandVariable('PROXY_SECRET_ARN')}`,
          ),
        },
      },
    );
  },
  care: text('check.aurora-connection-pooling.care'),
  helpUri: databaseGuide('rds-proxy'),
  mappings: controlMappings({ securityHub: ['RDS.43'], wellArchitected: ['REL05-BP02', 'REL05-BP04'] }),
};
