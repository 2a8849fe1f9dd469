import type { FormatClaim } from '../../reading/format.ts';

const PIPELINE = /Jenkinsfile(?:[._-](?!md$)[\w.-]+)?$(?<=(?:^|\/)[\w.-]*)|\.groovy$/i;
const TEST = /(?:^|\/)(?:tests?|spec)\//i;

export const PIPELINES: FormatClaim = {
  id: 'jenkins',
  claims: (file) => PIPELINE.test(file) && !TEST.test(file),
};
