import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset } from '../../../model/index.ts';
import { fail, notApplicable, pass, withRemarks, unknown, type Answer } from '../answers.ts';
import { balancerGuide, controlMappings, type Check } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { replacesByLoadBalancer, suspendedReplacement } from '../subjects/groups.ts';
import { pathRisk } from './health-path.ts';
import { textOf } from '../reading/readings.ts';

export const tgHealthPathShallow: Check = {
  id: 'tg-health-path-shallow',
  title: text('check.tg-health-path-shallow.title'),
  why: text('check.tg-health-path-shallow.why'),
  level: 'must',
  appliesTo: ['target-group'],
  evaluate(target, context) {
    const { graph } = context;
    const drives = drivesReplacement(target, graph);
    if (drives === false) return notApplicable(text('evidence.noReplacement', { target: target.name }));
    const { risk, evidence } = pathRisk(target, context);
    const answer = answerOfRisk(risk, evidence);
    if (drives === null && answer.answer === 'fail') {
      return unknown(text('evidence.mayReplace', { target: target.name }));
    }
    const codes = textOf(target.settings['matcher.httpCode']) ?? '';
    const isWide = /(?:^|[,-])[45]\d\d/.test(codes);
    return withRemarks(answer, isWide ? text('evidence.wideCodes', { codes }) : null);
  },
  care: text('check.tg-health-path-shallow.care'),
  helpUri: balancerGuide('target-group-health-checks'),
  mappings: controlMappings({
    checkov: ['CKV_AWS_261'],
    wellArchitected: ['REL05-BP01', 'REL11-BP05'],
  }),
};

/** No fix: a path that the application does not serve would itself start the loop. */
function answerOfRisk(risk: 'reaches' | 'shallow' | 'unclear', evidence: Answer['evidence']): Answer {
  switch (risk) {
    case 'reaches':
      return fail(evidence);
    case 'shallow':
      return pass(evidence);
    case 'unclear':
      return unknown(evidence);
  }
}

/** True if a group replaces instances by this check; null if unknown. */
export function drivesReplacement(target: Asset, graph: Graph): boolean | null {
  const groups = graph.linkedTo(target, 'target-group', 'auto-scaling-group');
  const types = groups.map((group) =>
    suspendedReplacement(group).length > 0 ? false : replacesByLoadBalancer(group),
  );
  if (types.includes(true)) return true;
  const isHidden = graph
    .around(target, 'auto-scaling-group')
    .some((group) => isUnknownSetting(group, 'targetGroupARNs'));
  return types.includes(null) || (groups.length === 0 && isHidden) ? null : false;
}
