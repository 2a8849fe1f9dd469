import { describeTools, ReadableFolders } from '../../mcp/index.ts';
import { ASSISTANT_TOOLS, MCP_PROVIDER, PREFIX, toolId, type AssistantTool } from '../contributions/names.ts';
import type { SettingName } from '../contributions/settings.ts';
import { sentence } from './sentences/reference.ts';

const ALLOWED: SettingName = 'assistants.enabled';

/** `contributes.languageModelTools`: the tools of the MCP server, with the same descriptions and schemas. */
export function languageModelTools(): object[] {
  return described().map(({ name, description, input }) => ({
    name: toolId(name),
    toolReferenceName: `errataLens_${name}`,
    displayName: sentence(`tool.${name}`),
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(bug)',
    tags: ['errata-lens'],
    when: `config.${PREFIX}.${ALLOWED}`,
    inputSchema: input,
  }));
}

/** `contributes.mcpServerDefinitionProviders` */
export function mcpServerDefinitionProviders(): object[] {
  return [{ id: MCP_PROVIDER, label: 'Errata Lens' }];
}

function described() {
  const nothing = (): never => {
    throw new Error('Tools are only described here.');
  };
  const context = {
    version: '',
    language: 'en',
    catalogue: nothing,
    today: nothing,
    folders: new ReadableFolders([]),
    readAccounts: null,
  } as const;
  const tools = describeTools(context);
  return ASSISTANT_TOOLS.map((name: AssistantTool) => {
    const tool = tools.find((each) => each.name === name);
    if (tool === undefined || tools.length !== ASSISTANT_TOOLS.length)
      throw new Error(`The tools of mcp/ are not those of the extension: ${name}`);
    return { ...tool, name };
  });
}
