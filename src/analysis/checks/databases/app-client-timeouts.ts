import { text } from '../../../l10n/index.ts';
import type { Asset, ClientSetting, WorkspaceClues } from '../../../model/index.ts';
import {
  failingLink,
  passingLink,
  unknownLink,
  withRemarks,
  unknown,
  type Answer,
  type CheckLink,
} from '../answers.ts';
import { answerOfChain, nameLink, type Chain } from '../chain.ts';
import { controlMappings, type Check } from '../check.ts';

/** Seconds (our choice): a longer wait for a connection blocks the threads that health checks need. */
const MAX_CONNECT_SECONDS = 30;
/** Retries at a constant interval that still cause no surge (our choice). */
const MAX_RETRIES = 1;

/** Behaviour of the application's clients while the database does not answer, as far as code shows it. */
export const appClientTimeouts: Check = {
  id: 'app-client-timeouts',
  title: text('check.app-client-timeouts.title'),
  why: text('check.app-client-timeouts.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster: Asset, { clues }): Answer {
    if (clues === null) return unknown(text('evidence.filesNotRead'));
    const answer = answerOfChain(clientChain(clues));
    const hasRead = clues.clients.some(({ kind }) => kind === 'read-timeout');
    return withRemarks(answer, answer.answer === 'pass' && !hasRead ? text('evidence.noReadTimeout') : null);
  },
  care: text('check.app-client-timeouts.care'),
  helpUri:
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_client_timeouts.html',
  mappings: controlMappings({ wellArchitected: ['REL05-BP05', 'REL05-BP03'] }),
};

/** Connect time-out → retries that wait longer each time. */
function clientChain({ clients }: WorkspaceClues): Chain {
  const of = (kind: ClientSetting['kind']): readonly ClientSetting[] =>
    clients.filter((each) => each.kind === kind);
  const connects = of('connect-timeout');
  const retries = of('retries').filter(({ value }) => (value ?? 0) > MAX_RETRIES);
  const [backoff] = of('backoff');
  const [eager] = retries;
  return [
    nameLink('connect-timeout', null, connectLink(connects)),
    ...(eager === undefined
      ? []
      : [
          nameLink(
            'backoff',
            null,
            backoff === undefined
              ? failingLink(text('evidence.eagerRetries', settingArgs(eager)))
              : passingLink(text('evidence.backoff', settingArgs(backoff))),
          ),
        ]),
  ];
}

function connectLink(settings: readonly ClientSetting[]): CheckLink {
  const [first] = settings;
  if (first === undefined) return unknownLink(text('evidence.noClientTimeout'));
  const isBad = ({ value }: ClientSetting): boolean => value === 0 || (value ?? 0) > MAX_CONNECT_SECONDS;
  const long = settings.find(isBad);
  return long === undefined
    ? passingLink(text('evidence.clientTimeout', settingArgs(first)))
    : failingLink(
        text(
          settingArgs(long).value === 0 ? 'evidence.longClientTimeout.endless' : 'evidence.longClientTimeout',
          {
            ...settingArgs(long),
            longest: MAX_CONNECT_SECONDS,
          },
        ),
      );
}

function settingArgs({ name, value, location }: ClientSetting): {
  name: string;
  value: number;
  file: string;
  line: number;
} {
  return { name, value: value ?? 0, file: location.file, line: location.line };
}
