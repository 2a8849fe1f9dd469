import type { ReportingDescriptor } from 'sarif';
import { say, text, type Language } from '../../../l10n/index.ts';
import { type EditorLevel, type Text } from '../../../model/index.ts';

// Rules of a SARIF log.

export type Level = 'warning' | 'note';

export interface Rule {
  id: string;
  title: Text;
  help: Text;
  helpUri: string;
  level: Level;
  securitySeverity: string | null;
}

export function ruleOf(id: string, helpUri: string): Rule {
  const common = { id, helpUri, level: 'warning', securitySeverity: null } as const;
  switch (id) {
    case 'known-bugs':
    case 'end-of-support':
    case 'partial-version':
    case 'unknown-version':
    case 'floating-version':
    case 'not-in-api':
    case 'leaves-long-term':
      return { ...common, title: text(`rule.${id}`), help: text(`rule.${id}.help`) };
    default:
      return id.startsWith('check/')
        ? {
            ...common,
            title: text('rule.check', { id: id.slice('check/'.length) }),
            help: text('rule.check.help'),
          }
        : { ...common, title: text('rule.other', { id }), help: text('rule.other', { id }) };
  }
}

export function levelOf(level: EditorLevel): Level {
  return level === 'warning' ? 'warning' : 'note';
}

export function ruleJson(rule: Rule, language: Language): ReportingDescriptor {
  const help = say(rule.help, language);
  const isLink = URL.canParse(rule.helpUri);
  return {
    id: rule.id,
    shortDescription: { text: say(rule.title, language) },
    fullDescription: { text: help },
    help: { text: help, markdown: isLink ? `${help}\n\n<${rule.helpUri}>` : help },
    ...(isLink ? { helpUri: rule.helpUri } : {}),
    defaultConfiguration: { level: rule.level },
    properties:
      rule.securitySeverity === null
        ? { tags: ['reliability'] }
        : { tags: ['security'], 'security-severity': rule.securitySeverity },
  };
}
