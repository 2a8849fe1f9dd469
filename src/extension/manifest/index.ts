import { isBrowserCommand } from '../contributions/names.ts';
import { BROWSER_SETTINGS } from '../contributions/settings.ts';
import { languageModelTools, mcpServerDefinitionProviders } from './assistants.ts';
import { commandEntries } from './commands.ts';
import { menus } from './menus.ts';
import { ENGLISH } from './sentences/en.ts';
import { JAPANESE } from './sentences/ja.ts';
import { sentence } from './sentences/reference.ts';
import { configuration } from './settings.ts';
import { viewEntries } from './views.ts';
import { walkthroughs } from './walkthrough.ts';

/**
 * `contributes` of package.json. Its types are those of the code that handles it, so that a missing handler, reader or
 * translation does not compile.
 */
export function contributes(): object {
  return {
    commands: commandEntries(),
    menus: menus(),
    ...viewEntries(),
    configuration: configuration(),
    walkthroughs: walkthroughs(),
    languageModelTools: languageModelTools(),
    mcpServerDefinitionProviders: mcpServerDefinitionProviders(),
  };
}

/** Manifest of the extension for browsers, with only what works there. */
export function browserManifest(): object {
  return {
    browser: './dist/web/extension.js',
    capabilities: {
      untrustedWorkspaces: { supported: 'limited', description: sentence('browser.untrusted') },
      virtualWorkspaces: { supported: 'limited', description: sentence('browser.virtual') },
    },
    contributes: {
      commands: commandEntries(isBrowserCommand),
      configuration: configuration((name) => BROWSER_SETTINGS.some((each) => each === name)),
    },
  };
}

/** Sentences of package.json by the name of their file. */
export const SENTENCE_FILES = { 'package.nls.json': ENGLISH, 'package.nls.ja.json': JAPANESE } as const;
