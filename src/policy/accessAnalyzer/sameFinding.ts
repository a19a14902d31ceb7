import { accessAnalyzerCodes } from '../facts/accessAnalyzerCodes';

/** Codes of ours that say more closely what Access Analyzer reports under one of its own. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  API_OPERATION_IS_NO_ACTION: ['INVALID_ACTION'],
  MISSING_SERVICE_IN_ACTION: ['INVALID_ACTION', 'INVALID_SERVICE_IN_ACTION'],
};

/** The codes under which Access Analyzer would report a finding of ours; none when it would not. */
export function analyzerCodesOf(code: string): readonly string[] {
  return accessAnalyzerCodes().has(code) ? [code] : (STANDS_FOR[code] ?? []);
}
