import * as vscode from 'vscode';
import { assistantsEnabled, affectsSettings } from '../contributions/settings.ts';
import { ASSISTANT_TOOLS, MCP_PROVIDER, toolId } from '../contributions/names.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import { Thread } from '../../threads/index.ts';
import type { AnswerOptions, AskApi } from './protocol.ts';

export interface AssistantEntries {
  /** Module of the thread that answers a question. */
  thread: URL;
  /** Program of the MCP server. */
  server: URL;
  /** Version of this extension. */
  version: string;
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
        const answer = await thread.call('ask', { tool: name, input, options: answerOptions(entries) });
        if ('refusal' in answer) throw new Error(answer.refusal);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.json)]);
      } finally {
        cancelled.dispose();
        await thread.close();
      }
    },
  });
}

/** Starts the MCP server in the editor's own Node, for the open folders. */
function serverOf(entries: AssistantEntries): vscode.McpServerDefinition {
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  const { version, language, cacheFolder, folders } = answerOptions(entries);
  const script = vscode.Uri.parse(entries.server.href).fsPath;
  const args = [script, version, language, cacheFolder, ...folders];
  return new vscode.McpStdioServerDefinition('Errata Lens', process.execPath, args, environment);
}

function answerOptions({ version, cacheFolder }: AssistantEntries): AnswerOptions {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const onDisk = folders.filter(({ uri }) => uri.scheme === 'file');
  return { version, language: editorLanguage(), cacheFolder, folders: onDisk.map(({ uri }) => uri.fsPath) };
}
