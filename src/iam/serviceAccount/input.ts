import * as path from 'node:path';
import { KEY_LENGTHS, type KeyLength } from '../certificate';
import { asObject, textOf, type Json, type JsonObject } from '../json';
import type { PolicyHolder } from '../model';

/** Everything that is asked for a service account, less the passphrase. Plain data without a secret. */
export interface ServiceAccountInput {
  userName: string;
  /** The user is there already and only gets credentials; group and policy are `none` then. */
  userExists?: boolean;
  path: string;
  group: GroupChoice;
  policy: PolicyChoice;
  accessKey: boolean;
  certificate?: CertificateSettings;
  /** Id of a hand-over form; undefined for the page only. */
  handoverForm?: string;
}

export type GroupChoice =
  { kind: 'none' } | { kind: 'existing'; name: string } | { kind: 'new'; name: string };

/** For the new group, or for the user when there is none. */
export type PolicyChoice =
  | { kind: 'none' }
  | { kind: 'inline'; name: string; document: string }
  | { kind: 'managed'; name: string; arn: string };

export interface CertificateSettings {
  keyLength: KeyLength;
  validityDays: number;
  folder: string;
  /** Whether a passphrase protects the private key; the passphrase itself is never kept. */
  encrypted: boolean;
}

/** What the run does, for people. */
export function runTitle({ userName, userExists }: ServiceAccountInput): string {
  return userExists === true
    ? `Create access key for ${userName}`
    : `Create service account ${userName}`;
}

/** Whose policy it becomes. */
export function policyHolder(input: ServiceAccountInput): PolicyHolder {
  return input.group.kind === 'new'
    ? { kind: 'group', name: input.group.name }
    : { kind: 'user', name: input.userName };
}

/** Files that the certificate and its private key are written to. */
export function certificateFiles(input: ServiceAccountInput): { key: string; certificate: string } {
  const folder = input.certificate?.folder ?? '.';
  return {
    key: path.join(folder, `${input.userName}-key.pem`),
    certificate: path.join(folder, `${input.userName}-cert.pem`),
  };
}

export function inputToJson(input: ServiceAccountInput): JsonObject {
  return JSON.parse(JSON.stringify(input)) as JsonObject;
}

/** Reads the input from a journal; undefined when it is not one. */
export function inputFromJson(json: JsonObject): ServiceAccountInput | undefined {
  const userName = textOf(json, 'userName');
  const userPath = textOf(json, 'path');
  const group = groupFromJson(json.group);
  const policy = policyFromJson(json.policy);
  if (userName === undefined || userPath === undefined || !group || !policy) return undefined;
  return {
    userName,
    ...(json.userExists === true ? { userExists: true } : {}),
    path: userPath,
    group,
    policy,
    accessKey: json.accessKey === true,
    certificate: certificateFromJson(json.certificate),
    handoverForm: textOf(json, 'handoverForm'),
  };
}

function groupFromJson(json: Json | undefined): GroupChoice | undefined {
  const kind = textOf(json, 'kind');
  const name = textOf(json, 'name');
  if (kind === 'none') return { kind };
  if (name === undefined || (kind !== 'existing' && kind !== 'new')) return undefined;
  return { kind, name };
}

function policyFromJson(json: Json | undefined): PolicyChoice | undefined {
  const [kind, name, document, arn] = ['kind', 'name', 'document', 'arn'].map((key) =>
    textOf(json, key),
  );
  if (kind === 'none') return { kind };
  if (name === undefined) return undefined;
  if (kind === 'inline' && document !== undefined) return { kind, name, document };
  if (kind === 'managed' && arn !== undefined) return { kind, name, arn };
  return undefined;
}

function certificateFromJson(json: Json | undefined): CertificateSettings | undefined {
  const object = asObject(json);
  const keyLength = KEY_LENGTHS.find((each) => each === object?.keyLength);
  const folder = textOf(json, 'folder');
  if (!object || keyLength === undefined || folder === undefined) return undefined;
  if (typeof object.validityDays !== 'number') return undefined;
  return {
    keyLength,
    folder,
    validityDays: object.validityDays,
    encrypted: object.encrypted === true,
  };
}
