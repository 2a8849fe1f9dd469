import type { FormatClaim } from '../../reading/format.ts';

const TOML = /\.toml(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$/i;

export const HOST_SETTINGS: FormatClaim = { id: 'host-settings', claims: (file) => TOML.test(file) };
