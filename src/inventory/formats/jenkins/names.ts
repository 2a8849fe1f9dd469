import type { FormatClaim } from '../../reading/format.ts';

const PIPELINE_FILE = /Jenkinsfile(?:[._-](?!md$)[\w.-]+)?$(?<=(?:^|\/)[\w.-]*)|\.groovy$/i;
const TEST_FOLDER = /(?:^|\/)(?:tests?|spec)\//i;

export const JENKINS_CLAIM: FormatClaim = {
  id: 'jenkins',
  claims: (file) => PIPELINE_FILE.test(file) && !TEST_FOLDER.test(file),
};
