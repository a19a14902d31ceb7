import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileFault } from '../fileFault';
import { parseIni, readHeader, type IniFileKind } from './ini';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of one section by their lower-case name; `nested` holds those of indented lines. */
export interface Settings {
  values: ReadonlyMap<string, string>;
  nested: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Both shared files as one: what the credentials file says of a profile wins. */
export interface SharedFiles {
  configFile: string;
  credentialsFile: string;
  profiles: ReadonlyMap<string, Settings>;
  ssoSessions: ReadonlyMap<string, Settings>;
  services: ReadonlyMap<string, Settings>;
}

function homeFolder(environment: Environment): string {
  return environment['HOME'] || environment['USERPROFILE'] || homedir();
}

function place(configured: string | undefined, name: string, environment: Environment): string {
  if (!configured) return join(homeFolder(environment), '.aws', name);
  const fromHome = /^~[/\\](.*)$/.exec(configured)?.[1];
  return fromHome === undefined ? configured : join(homeFolder(environment), fromHome);
}

/**
 * Where the shared files are.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
 */
export function sharedFilePaths(environment: Environment): { config: string; credentials: string } {
  return {
    config: place(environment['AWS_CONFIG_FILE'], 'config', environment),
    credentials: place(environment['AWS_SHARED_CREDENTIALS_FILE'], 'credentials', environment),
  };
}

type Sections = Map<
  string,
  { values: Map<string, string>; nested: Map<string, Record<string, string>> }
>;

function collect(
  text: string,
  file: IniFileKind,
  into: Record<'profile' | 'sso-session' | 'services', Sections>,
): void {
  for (const section of parseIni(text)) {
    const named = readHeader(section.header, file);
    if (!named) continue;
    const sections = into[named.kind];
    const settings = sections.get(named.name) ?? { values: new Map(), nested: new Map() };
    sections.set(named.name, settings);
    for (const entry of section.entries) {
      settings.values.set(entry.key, entry.value);
      settings.nested.set(entry.key, { ...settings.nested.get(entry.key), ...entry.nested });
    }
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw fileFault(error, path, 'read');
  }
}

/**
 * Reads the shared config and credentials files; a missing one is empty. Our own reader, the
 * one of the writer: the SDK's drops profiles with spaces in their names.
 *
 * @throws IamError `fileFault` when a file is there and cannot be read.
 */
export async function readSharedFiles(environment: Environment): Promise<SharedFiles> {
  const paths = sharedFilePaths(environment);
  const [config, credentials] = await Promise.all([
    readText(paths.config),
    readText(paths.credentials),
  ]);
  const found = { profile: new Map(), 'sso-session': new Map(), services: new Map() } as Record<
    'profile' | 'sso-session' | 'services',
    Sections
  >;
  collect(config, 'config', found);
  collect(credentials, 'credentials', found);
  return {
    configFile: paths.config,
    credentialsFile: paths.credentials,
    profiles: found.profile,
    ssoSessions: found['sso-session'],
    services: found.services,
  };
}
