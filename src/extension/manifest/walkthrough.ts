import { editorId, type CommandName } from '../contributions/names.ts';
import { all, not, whileContext } from './when.ts';
import { sentence } from './sentences/reference.ts';

/** Steps of the walkthrough, each ticked when its condition becomes true. Texts are `walkthrough.<id>.title` and `.text`. */
const STEPS = [
  { id: 'folder', done: eventsWhile('workbenchState != empty') },
  { id: 'read', done: eventsWhile(whileContext('workspaceState', 'read')) },
  { id: 'accounts', done: eventsWhile(whileContext('hasAccounts')) },
  { id: 'checklist', done: [eventOfCommand('openChecklist')] },
  { id: 'watch', done: [...eventsWhile(whileContext('newsState', 'read')), eventOfCommand('whatsNew')] },
] as const;

/**
 * Events that tick off a step while a condition is true. The editor reacts only to changes after it has loaded the
 * walkthrough, and not to a condition that is true already. So each condition is combined with `pulse`, which changes
 * whenever tabs change, and with its negation: one of the two then becomes true.
 */
function eventsWhile(condition: string): readonly `onContext:${string}`[] {
  const pulse = whileContext('pulse');
  return [`onContext:${all(condition, pulse)}`, `onContext:${all(condition, not(pulse))}`];
}

function eventOfCommand(command: CommandName): `onCommand:${string}` {
  return `onCommand:${editorId(command)}`;
}

/** `contributes.walkthroughs` */
export function walkthroughs(): object[] {
  return [
    {
      id: 'start',
      title: sentence('walkthrough.title'),
      description: sentence('walkthrough.text'),
      steps: STEPS.map(({ id, done }) => ({
        id,
        title: sentence(`walkthrough.${id}.title`),
        description: sentence(`walkthrough.${id}.text`),
        // Without words, for both languages, and in the colours of the theme.
        media: { svg: `media/walkthrough-${id}.svg`, altText: sentence(`walkthrough.${id}.title`) },
        completionEvents: done,
      })),
    },
  ];
}
