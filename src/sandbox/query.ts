/**
 * The parameters of a call of the AWS Query protocol, as they came: `Tags.member.1.Key` and so on.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export class QueryForm {
  private readonly values: ReadonlyMap<string, string>;

  constructor(body: string) {
    this.values = new Map(new URLSearchParams(body));
  }

  text(name: string): string | undefined {
    return this.values.get(name);
  }

  /** Whether a parameter of this name, or a part of it, was sent. */
  has(name: string): boolean {
    if (this.values.has(name)) return true;
    for (const key of this.values.keys()) if (key.startsWith(`${name}.`)) return true;
    return false;
  }

  /**
   * Names of a list's items in order: `Tags.member.1`, `Tags.member.2`. Items are numbered from 1;
   * a gap is skipped. An empty list is sent as the bare name.
   */
  items(name: string): string[] {
    const prefix = `${name}.member.`;
    const numbers = new Set<number>();
    for (const key of this.values.keys()) {
      if (!key.startsWith(prefix)) continue;
      const number = /^[1-9]\d{0,5}(?=\.|$)/.exec(key.slice(prefix.length));
      if (number) numbers.add(Number(number[0]));
    }
    return [...numbers].sort((left, right) => left - right).map((number) => `${prefix}${number}`);
  }
}
