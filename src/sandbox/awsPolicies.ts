import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';

/** A policy that AWS owns; only its newest version is there. */
export interface AwsPolicy {
  name: string;
  id: string;
  arn: string;
  path: string;
  created: string;
  updated: string;
  defaultVersionId: string;
  versionCreated: string;
}

/** AWS's own managed policies, read on demand from the container of scripts/build-managed-policies.mjs. */
export class AwsPolicies {
  static readonly none = new AwsPolicies([], []);
  private readonly byArn: ReadonlyMap<string, number>;
  /** The last segment that was unpacked: a list is read in order. */
  private unpacked: { segment: number; documents: string[] } | undefined;
  /** By index; the few that an account uses are asked for again and again. */
  private readonly documents = new Map<number, string>();

  private constructor(
    /** Sorted by name without regard to case. */
    readonly all: readonly AwsPolicy[],
    private readonly segments: readonly Buffer[],
    private readonly policiesPerSegment = 1,
  ) {
    this.byArn = new Map(all.map((policy, index) => [policy.arn, index]));
  }

  /** Rejects when the file is missing or is not such a container. */
  static async open(file: string): Promise<AwsPolicies> {
    const bytes = await readFile(file);
    const headerEnd = bytes.indexOf('\n') + 1;
    if (!bytes.subarray(0, headerEnd).toString().startsWith('iam-workbench managed policies 1 ')) {
      throw new Error(`${file} does not hold AWS managed policies. Build it again.`);
    }
    const indexEnd = headerEnd + 4 + bytes.readUInt32LE(headerEnd);
    const index = readIndex(bytes.subarray(headerEnd + 4, indexEnd));
    let offset = indexEnd;
    const segments = index.segmentLengths.map((length) =>
      bytes.subarray(offset, (offset += length)),
    );
    return new AwsPolicies(index.policies.map(toPolicy), segments, index.policiesPerSegment);
  }

  find(arn: string): AwsPolicy | undefined {
    const index = this.byArn.get(arn);
    return index === undefined ? undefined : this.all[index];
  }

  /** The document as AWS shows it: indented by four spaces. */
  document(policy: AwsPolicy): string {
    const index = this.byArn.get(policy.arn) ?? 0;
    let document = this.documents.get(index);
    if (document === undefined) {
      document = JSON.stringify(JSON.parse(this.compactDocument(index)), undefined, 4);
      this.documents.set(index, document);
    }
    return document;
  }

  private compactDocument(index: number): string {
    const segment = Math.floor(index / this.policiesPerSegment);
    if (this.unpacked?.segment !== segment) {
      const text = brotliDecompressSync(this.segments[segment] ?? Buffer.alloc(0)).toString();
      this.unpacked = { segment, documents: text.split('\n') };
    }
    return this.unpacked.documents[index % this.policiesPerSegment] ?? '{}';
  }
}

type Entry = [string, string, string, number, number, number];

interface Index {
  policiesPerSegment: number;
  segmentLengths: number[];
  policies: Entry[];
}

function readIndex(bytes: Buffer): Index {
  return JSON.parse(brotliDecompressSync(bytes).toString()) as Index;
}

function toPolicy([name, path, version, created, updated, versionCreated]: Entry): AwsPolicy {
  const arn = `arn:aws:iam::aws:policy${path}${name}`;
  return {
    name,
    id: idOf(arn),
    arn,
    path,
    created: isoDate(created),
    updated: isoDate(updated),
    defaultVersionId: version,
    versionCreated: isoDate(versionCreated),
  };
}

function isoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** The real ids are not in the source data; these have their shape and never change. */
function idOf(arn: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const digest = createHash('sha256').update(arn).digest().subarray(0, 17);
  return 'ANPA' + Array.from(digest, (byte) => alphabet[byte & 31]).join('');
}
