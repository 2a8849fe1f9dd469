import { shellWord } from '../../../model/index.ts';
import { endpointsOf, type ProfileEndpoints } from './endpoints.ts';

/** A profile of the shared configuration files, without secrets. */
export interface Profile {
  name: string;
  region: string | null;
  /** SSO session of the credentials, from this profile or its source profile. */
  sso: SsoLogin | null;
  /** Role that it assumes; null for a user's own keys. */
  role: string | null;
  /** Account id in the configuration files; null if they contain none. */
  account: string | null;
  endpoints: ProfileEndpoints;
}

/** An SSO session or login that has to be renewed when it expires. */
export interface SsoLogin {
  /** Equal for profiles that share a session. */
  key: string;
  /** Name of the session, or the address of the login page if it has no name. */
  name: string;
  /** Command that renews the session or login, to copy. */
  command: string;
}

type Section = Readonly<Record<string, string | undefined>>;

/** The profiles of the shared configuration files (`AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`), by name. */
export async function readProfiles(): Promise<Map<string, Profile>> {
  const { loadSharedConfigFiles } = await import('@smithy/core/config');
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const sections = new Map<string, Section>();
  for (const [name, section] of [...Object.entries(configFile), ...Object.entries(credentialsFile)]) {
    // Sections other than profiles, which the parser names with their type in front.
    if (/^(?:sso-session|services)\./.test(name)) continue;
    sections.set(name, { ...sections.get(name), ...section });
  }
  return new Map(
    [...sections].map(([name, section]) => {
      const endpoints = endpointsOf(section, configFile[`services.${section.services ?? ''}`]);
      return [name, { ...profileOf(name, section, sections), endpoints }];
    }),
  );
}

function profileOf(
  name: string,
  section: Section,
  sections: ReadonlyMap<string, Section>,
): Omit<Profile, 'endpoints'> {
  const account = section.sso_account_id ?? /^arn:[^:]+:iam::(\d{12}):/.exec(section.role_arn ?? '')?.[1];
  return {
    name,
    region: section.region ?? null,
    sso: ssoOf(name, sections, new Set()),
    role: section.sso_role_name ?? section.role_arn?.split('/').at(-1) ?? null,
    account: account ?? null,
  };
}

function ssoOf(name: string, sections: ReadonlyMap<string, Section>, seen: Set<string>): SsoLogin | null {
  const section = sections.get(name);
  if (section === undefined || seen.has(name)) return null;
  seen.add(name);
  const { sso_session: session, sso_start_url: url, source_profile: source } = section;
  if (session !== undefined) {
    return {
      key: `session ${session}`,
      name: session,
      command: `aws sso login --sso-session ${shellWord(session)}`,
    };
  }
  if (url !== undefined)
    return { key: `url ${url}`, name: url, command: `aws sso login --profile ${shellWord(name)}` };
  return source === undefined ? null : ssoOf(source, sections, seen);
}
