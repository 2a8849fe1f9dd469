import * as vscode from 'vscode';
import { assistantsEnabled, affectsSettings } from '../contributions/settings.ts';
import { ASSISTANT_TOOLS, MCP_PROVIDER, toolId } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import { Thread } from '../../threads/index.ts';
import type { AskApi } from './protocol.ts';

export interface AssistantEntries {
  /** Module of the thread that answers a question. */
  thread: URL;
  /** The command line, which is also the MCP server. */
  cli: URL;
  cacheFolder: string;
}

/**
 * Registers tools for the editor's language models and an MCP server, if the user allows it. The code of the tools is
 * loaded on demand.
 */
export function registerAssistants(entries: AssistantEntries): Disposable {
  let tools: vscode.Disposable[] = [];
  const changed = new vscode.EventEmitter<void>();
  const follow = (): void => {
    const isOn = assistantsEnabled(vscode.workspace);
    if (isOn === tools.length > 0) return;
    for (const tool of tools) tool.dispose();
    tools = isOn ? ASSISTANT_TOOLS.map((name) => registerTool(name, entries)) : [];
    changed.fire();
  };
  const provider = vscode.lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => (assistantsEnabled(vscode.workspace) ? [serverOf(entries)] : []),
  });
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (affectsSettings(event)) follow();
  });
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire());
  follow();
  return {
    dispose() {
      for (const each of [...tools, provider, settings, folders, changed]) each.dispose();
    },
  };
}

function registerTool(name: string, entries: AssistantEntries): vscode.Disposable {
  return vscode.lm.registerTool<object>(toolId(name), {
    async invoke({ input }, cancellation) {
      const thread = new Thread<AskApi>({ entry: entries.thread });
      const cancelled = cancellation.onCancellationRequested(() => void thread.close());
      try {
        const question = {
          tool: name,
          input,
          folders: openFolders(),
          cacheFolder: entries.cacheFolder,
          language: editorLanguage(),
        };
        const answer = await thread.call('ask', question);
        if ('refusal' in answer) throw new Error(answer.refusal);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.json)]);
      } finally {
        cancelled.dispose();
        await thread.close();
      }
    },
  });
}

/** Starts the command line as MCP server in the editor's own Node, for the open folders. */
function serverOf({ cli }: AssistantEntries): vscode.McpServerDefinition {
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  const args = [vscode.Uri.parse(cli.href).fsPath, 'mcp', ...openFolders(), '--lang', editorLanguage()];
  return new vscode.McpStdioServerDefinition('Errata Lens', process.execPath, args, environment);
}

function openFolders(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
