import { readDocuments } from '../../../syntax/index.ts';
import { sectionsOf, scriptOf } from '../../../syntax/shell/index.ts';
import { itemsOf, valueOf } from '../../../syntax/index.ts';
import { type HostScript, maxHostScript, maxHostSteps, type Step } from '../steps.ts';
import { isPlaybook, stepsOfPlaybook } from './ansible.ts';
import { stepsOfCloudConfig } from './cloud-init.ts';
import { stepsOfDockerfile } from './dockerfile.ts';
import { stepsOfComponent } from './image-builder.ts';
import { stepsOfShell } from './shell-steps.ts';

/**
 * Steps of any script of a host, in order: shell scripts, cloud-init documents, Image Builder components, playbooks,
 * Dockerfiles; encoded or in a multipart message.
 */
export function stepsOfScript(script: HostScript): Step[] {
  const text = script.text.slice(0, maxHostScript);
  if (script.isShell === true) return stepsOfShell({ ...script, text }).slice(0, maxHostSteps);
  if (/(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$/.test(script.name))
    return stepsOfDockerfile({ ...script, text });
  const isDocument = /\.ya?ml$/i.test(script.name);
  return sectionsOf(scriptOf({ file: script.name, text }))
    .flatMap((section) =>
      stepsOfSection({ ...script, text: section.script.text }, isDocument || section.name !== null),
    )
    .slice(0, maxHostSteps);
}

function stepsOfSection(script: HostScript, isDocument: boolean): Step[] {
  if (!isDocument) return stepsOfShell(script);
  const root = readDocuments({ file: 'document.yaml', text: script.text })[0]?.root ?? null;
  if (root === null) return [];
  if (itemsOf(valueOf(root, 'phases')).length > 0) return stepsOfComponent(root, script);
  if (isPlaybook(root)) return stepsOfPlaybook(root, script);
  return root.kind === 'map' ? stepsOfCloudConfig(root, script) : [];
}
