import { idOf, type CommandName } from '../contributions/names.ts';
import { all, not, whileContext } from './when.ts';
import { sentence } from './sentences/refer.ts';

/**
 * The steps of the walkthrough: each ticks by itself as soon as what it is about has happened, whoever started it. Their words
 * are `walkthrough.<id>.title` and `.text`.
 */
const STEPS = [
  { id: 'folder', done: doneWhile('workbenchState != empty') },
  { id: 'read', done: doneWhile(whileContext('workspaceState', 'read')) },
  { id: 'accounts', done: doneWhile(whileContext('hasAccounts')) },
  { id: 'checklist', done: [doneBy('openChecklist')] },
  { id: 'watch', done: [...doneWhile(whileContext('newsState', 'read')), doneBy('whatsNew')] },
] as const;

/**
 * The editor ticks a step only when its condition becomes true while it knows the walkthrough, which it may read after that. So each
 * condition is there twice: with every tab that opens another one of the two becomes true.
 */
function doneWhile(condition: string): readonly `onContext:${string}`[] {
  const pulse = whileContext('pulse');
  return [`onContext:${all(condition, pulse)}`, `onContext:${all(condition, not(pulse))}`];
}

function doneBy(command: CommandName): `onCommand:${string}` {
  return `onCommand:${idOf(command)}`;
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
        // They show what the product draws, without words: both languages have the same.
        media: { image: `media/walkthrough-${id}.svg`, altText: sentence(`walkthrough.${id}.title`) },
        completionEvents: done,
      })),
    },
  ];
}
