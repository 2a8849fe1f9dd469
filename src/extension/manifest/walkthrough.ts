import { idOf, type CommandName } from '../contributions/names.ts';
import { sentence } from './sentences/refer.ts';

/** The steps of the walkthrough, each done by one command; their words are `walkthrough.<id>.title` and `.text`. */
const STEPS = [
  { id: 'folder', done: ['onContext:workbenchState != empty'] },
  { id: 'read', done: [doneBy('scanWorkspace')] },
  { id: 'accounts', done: [doneBy('scanAccounts')] },
  { id: 'checklist', done: [doneBy('openChecklist')] },
  { id: 'watch', done: [doneBy('whatsNew'), doneBy('checkForNews')] },
] as const;

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
        // The pictures hold no words.
        media: { image: `media/walkthrough-${id}.svg`, altText: sentence(`walkthrough.${id}.title`) },
        completionEvents: done,
      })),
    },
  ];
}
