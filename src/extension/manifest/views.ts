import { editorId, type ViewName } from '../contributions/names.ts';
import type { Sentence } from './sentences/en.ts';
import { sentence } from './sentences/reference.ts';
import { all, NO_FOLDER, not, TRUSTED, whileSetting, whileContext } from './when.ts';

const CONTAINER = 'errata-lens';

/** Views from top to bottom. Their names are the sentences `view.<name>`. */
const VIEWS = ['workspace', 'accounts', 'news'] as const satisfies readonly ViewName[];

const watching = all(TRUSTED, whileSetting('watch.enabled'));

/** Text that a view shows while it is empty. */
const WELCOMES: readonly {
  view: ViewName;
  sentenceKey: Extract<Sentence, `welcome.${string}`>;
  when: string;
}[] = [
  { view: 'workspace', sentenceKey: 'welcome.noFolder', when: NO_FOLDER },
  { view: 'workspace', sentenceKey: 'welcome.workspace', when: whileContext('workspaceState', 'read') },
  // Restricted Mode allows only reading.
  {
    view: 'workspace',
    sentenceKey: 'welcome.workspaceAccounts',
    when: all(whileContext('workspaceState', 'read'), TRUSTED),
  },
  { view: 'workspace', sentenceKey: 'welcome.reading', when: whileContext('workspaceState', 'reading') },
  { view: 'accounts', sentenceKey: 'welcome.restricted', when: not(TRUSTED) },
  { view: 'accounts', sentenceKey: 'welcome.accounts', when: TRUSTED },
  { view: 'news', sentenceKey: 'welcome.restrictedNews', when: not(TRUSTED) },
  { view: 'news', sentenceKey: 'welcome.newsOff', when: all(TRUSTED, not(whileSetting('watch.enabled'))) },
  { view: 'news', sentenceKey: 'welcome.news', when: all(watching, whileContext('newsState', 'read')) },
  {
    view: 'news',
    sentenceKey: 'welcome.newsUnread',
    when: all(watching, whileContext('newsState', 'unread')),
  },
  { view: 'news', sentenceKey: 'welcome.newsNever', when: all(watching, whileContext('newsState', 'never')) },
];

/** `contributes.viewsContainers`, `contributes.views` and `contributes.viewsWelcome` */
export function viewEntries(): Record<'viewsContainers' | 'views' | 'viewsWelcome', object> {
  return {
    viewsContainers: { activitybar: [{ id: CONTAINER, title: 'Errata Lens', icon: 'media/view.svg' }] },
    views: {
      [CONTAINER]: VIEWS.map((name) => ({
        id: editorId(name),
        name: sentence(`view.${name}`),
        contextualTitle: 'Errata Lens',
      })),
    },
    viewsWelcome: WELCOMES.map(({ view, sentenceKey, when }) => ({
      view: editorId(view),
      contents: sentence(sentenceKey),
      when,
    })),
  };
}
