import { engineWords } from '../../../../products/index.ts';
import { pinsOfDocument } from '../../../resources/passes/document-pins.ts';
import { mayHaveScalar, type Node, type SourceFile } from '../../../../syntax/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { mayHoldPin } from '../../../resources/passes/version-pin.ts';

/** Files of other formats, generated files, and test fixtures. */
const OTHER_FILE = new RegExp(
  [
    String.raw`\.(?:tf|tofu|tfvars|pkr|schema|assets)\.json$`,
    String.raw`(?:^|/)(?:package(?:-lock)?|cdk\.context|tsconfig[^/]*|composer)\.json$`,
    String.raw`(?:^|/)(?:cdk\.out|tests?|__\w+__|fixtures?|mocks?|testdata|spec)/`,
  ].join('|'),
  'i',
);
/**
 * Terraform plans and states, schemas, Packer templates, Pulumi programs and states, and output of Errata Lens that may
 * be kept beside the code.
 */
const OTHER_KIND = new RegExp(
  [
    String.raw`"(?:format_version|terraform_version|\$schema|builders)"\s*:`,
    String.raw`"[Tt]ype"\s*:\s*"aws(?:-native)?:`,
    String.raw`^\s*\{\s*"schemaVersion"\s*:\s*\d`,
  ].join('|'),
);

const NAMES_ENGINE = new RegExp(engineWords().join('|'));

/** True if a JSON file can be settings of a deployment: `cdk.json`, `config/prod.json`. */
export function mayContainPins({ file, text }: SourceFile): boolean {
  return (
    /\.json(?:\.(?:j2|tpl|tmpl|erb))?$/i.test(file) &&
    NAMES_ENGINE.test(text) &&
    !OTHER_FILE.test(file) &&
    !OTHER_KIND.test(text) &&
    // Excludes API descriptions, which name engines but no versions. A `default` may be that of an input for a version.
    mayHaveScalar(text, (key, written) => mayHoldPin(key === 'default' ? 'version' : key, written))
  );
}

/** Versions in custom settings. */
export function pinsOfValues(root: Node | null, file: string): AssetDraft[] {
  return pinsOfDocument(root, new Set(), { file, source: 'cdk', environment: null });
}
