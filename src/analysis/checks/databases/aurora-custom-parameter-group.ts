import { databaseWords, userGivenName } from '../../../vocabulary/index.ts';
import { text } from '../../../l10n/index.ts';
import { shellWord, type Asset, type Fix } from '../../../model/index.ts';
import { absentLink } from '../absent-link.ts';
import { allOf, failingLink, passingLink, notApplicable, unknownLink, type CheckLink } from '../answers.ts';
import { databaseGuide, controlMappings, type Check, type CheckContext } from '../check.ts';
import { isServerlessV1, membersOf, unreadMembersReason } from '../subjects/members.ts';
import { familyOf, ownGroupChange, ownGroupCommands } from '../subjects/parameter-fix.ts';
import { createsParameterGroup } from '../subjects/parameters.ts';
import { isWritten, textOf } from '../reading/readings.ts';

export const auroraCustomParameterGroup: Check = {
  id: 'aurora-custom-parameter-group',
  title: text('check.aurora-custom-parameter-group.title'),
  why: text('check.aurora-custom-parameter-group.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const unread = unreadMembersReason(cluster, context.graph);
    const groups = [
      ...context.graph.linked(cluster, databaseWords(cluster).group.role),
      ...membersOf(cluster, context.graph).flatMap((member) =>
        context.graph.linked(member, 'parameter-group'),
      ),
    ];
    const own = ownGroup(cluster, context);
    const waiting = pendingLinks([cluster, ...membersOf(cluster, context.graph)]);
    const links = [
      { ...own, name: 'parameter group' },
      ...groups.map((group) => ({ ...familyLink(group, cluster), name: 'family' })),
      ...waiting,
      ...(unread === null ? [] : [unknownLink(unread)]),
    ];
    const needsRestart = own.outcome !== 'fail' && waiting.length > 0;
    return allOf(links, { fix: needsRestart ? restartFix(cluster, context) : ownGroupFix(cluster, own) });
  },
  care: text('check.aurora-custom-parameter-group.care'),
  ownWords: { rds: { title: text('check.aurora-custom-parameter-group.rds') } },
  helpUri: databaseGuide('parameter-groups-overview'),
  mappings: controlMappings({ wellArchitected: ['OPS04-BP02'] }),
};

/** Link to the cluster's own group: a default group cannot be changed, so no parameter can be set in it. */
function ownGroup(cluster: Asset, { graph }: CheckContext): CheckLink {
  const { list, group: words } = databaseWords(cluster);
  const [group] = graph.linked(cluster, words.role);
  if (group !== undefined) return passingLink(text('evidence.group', { group: group.name }));
  // Linked under a condition that does not hold.
  const isElsewhere = cluster.links.some(
    ({ role, assetId }) => role === words.role && graph.asset(assetId) !== undefined,
  );
  if (createsParameterGroup(cluster)) return passingLink(text('evidence.group', { group: cluster.name }));
  const written = isElsewhere ? null : textOf(cluster.settings[words.setting]);
  if (written !== null && !written.startsWith('default.'))
    return passingLink(text('evidence.group', { group: written }));
  if (!isElsewhere && isWritten(cluster, words.setting) === null) {
    return unknownLink(text('evidence.groupHidden', { asset: cluster.name }));
  }
  return absentLink(graph, [cluster], list, text('evidence.defaultGroup', { asset: cluster.name }));
}

function familyLink(group: Asset, cluster: Asset): CheckLink {
  const written = textOf(group.settings.dbParameterGroupFamily);
  // RDS accepts no group of another family, so an attached one fits; a scan does not read its family.
  if (written === null && group.source === 'api')
    return passingLink(text('evidence.group', { group: group.name }));
  const expected = familyOf(cluster);
  if (written === null || expected === undefined)
    return unknownLink(text('evidence.familyUnknown', { group: group.name }));
  return written === expected
    ? passingLink(text('evidence.family', { group: group.name, family: written }))
    : failingLink(text('evidence.familyMismatch', { group: group.name, family: written, expected }));
}

/** Links to pending changes: only an account shows if a setting is in effect. */
function pendingLinks(assets: readonly Asset[]): CheckLink[] {
  const waiting = assets.find(({ settings }) =>
    ['dbClusterParameterGroupStatus', 'parameterApplyStatus'].some(
      (name) => settings[name] === 'pending-reboot',
    ),
  );
  return waiting === undefined ? [] : [failingLink(text('evidence.pendingReboot', { asset: waiting.name }))];
}

function ownGroupFix(cluster: Asset, own: CheckLink): Fix {
  return {
    title: text('fix.parameterGroup'),
    changes: own.outcome === 'fail' ? ownGroupChange(cluster, {}) : [],
    command: ownGroupCommands(cluster).join(' && '),
  };
}

/** Fix that restarts each instance, so that settings take effect. */
function restartFix(cluster: Asset, { graph }: CheckContext): Fix {
  const members = membersOf(cluster, graph);
  const commands = (members.length > 0 || cluster.declaredAs === undefined ? members : [cluster]).map(
    (instance) =>
      `aws rds reboot-db-instance --db-instance-identifier ${shellWord(userGivenName(instance) ?? instance.name)}`,
  );
  return { title: text('fix.restart'), changes: [], command: commands.join(' && ') };
}
