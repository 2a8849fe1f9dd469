import { imageWords } from '../../../products/index.ts';
import path from 'node:path/posix';
import type { Format } from '../../reading/format.ts';
import { EMPTY_READING } from '../../reading/file-format.ts';
import { readJsonTemplate } from './json-template.ts';
import { folderOfVariables } from '../../hcl/variable-files.ts';
import { isPackerFile, isPackerTemplate, PACKER_CLAIM } from './names.ts';
import { readTemplates } from './sources.ts';

/** Packer's templates: HCL, one folder at a time, and JSON. */
export const packer: Format = {
  ...PACKER_CLAIM,
  needles: [
    'source_ami',
    'amazon-ami',
    '"builders"',
    'ami_name',
    ...imageWords('ami', 'container', 'builtOn', 'packages'),
  ],
  unitOf: (file, list) => {
    if (!isPackerFile(file)) return file;
    return isPackerTemplate(file) ? path.dirname(file) : folderOfVariables(file, list, isPackerTemplate);
  },
  read: (unit, view) => {
    if (!/\.json$/i.test(unit)) return readTemplates(unit, view);
    const source = view.read(unit);
    return source === null ? EMPTY_READING : readJsonTemplate(source, view);
  },
};
