import { credentialsFile } from './credentialsFile';
import { csv } from './csv';
import { env } from './env';
import type { HandoverForm } from './form';
import { json } from './json';

export type { Handover, HandoverForm } from './form';

/** The forms in the order they are offered. */
export const handoverForms: readonly HandoverForm[] = [credentialsFile, csv, env, json];

export function handoverForm(id: string): HandoverForm | undefined {
  return handoverForms.find((form) => form.id === id);
}
