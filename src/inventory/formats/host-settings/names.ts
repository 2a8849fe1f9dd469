import type { FormatClaim } from '../../reading/format.ts';

const TOML_FILE = /\.toml(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$/i;

export const HOST_SETTINGS_CLAIM: FormatClaim = {
  id: 'host-settings',
  claims: (file) => TOML_FILE.test(file),
};
