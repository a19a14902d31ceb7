import { Lexer, type Token } from './lexer';
import type { ArrayNode, Node, ObjectNode, Property, StringNode, SyntaxTree } from './syntax';

/** Policies nest six deep; this leaves room for other JSON and none for a stack overflow. */
const MAX_DEPTH = 64;

/**
 * Text → syntax tree. Never throws: what is wrong is a problem in the tree, and the rest of the
 * text is read on. JSON of RFC 8259 has no problems.
 */
export function parseSyntax(text: string): SyntaxTree {
  return new SyntaxParser(text).parse();
}

class SyntaxParser {
  private readonly lexer;
  private token: Token;
  private depth = 0;

  constructor(private readonly text: string) {
    this.lexer = new Lexer(text);
    this.token = this.lexer.next('value');
  }

  parse(): SyntaxTree {
    const { problems, comments } = this.lexer;
    if (this.token.type === 'end') {
      this.lexer.problem('empty', 0, this.text.length);
      return { text: this.text, problems, comments };
    }
    let root = this.value();
    while (!root && !this.atEnd()) {
      this.unexpected();
      root = this.value();
    }
    if (!this.atEnd()) {
      this.lexer.problem('afterEnd', this.token.offset, this.text.length);
    }
    return { text: this.text, ...(root ? { root } : {}), problems, comments };
  }

  private atEnd(): boolean {
    return this.token.type === 'end';
  }

  private advance(position: 'key' | 'value'): void {
    this.token = this.lexer.next(position);
  }

  private unexpected(): void {
    this.lexer.problem('unexpected', this.token.offset, this.token.end);
    this.advance('value');
  }

  /** Undefined when the token begins no value; then nothing is consumed. */
  private value(): Node | undefined {
    const { token } = this;
    switch (token.type) {
      case '{':
      case '[':
        if (this.depth >= MAX_DEPTH) return this.tooDeep();
        this.depth++;
        try {
          return token.type === '{' ? this.object() : this.array();
        } finally {
          this.depth--;
        }
      case 'string':
        this.advance('value');
        return stringOf(token);
      case 'number':
      case 'boolean':
      case 'null': {
        this.advance('value');
        return { type: token.type, value: token.value, offset: token.offset, end: token.end };
      }
      default:
        return undefined;
    }
  }

  private object(): ObjectNode {
    const { offset } = this.token;
    const node: ObjectNode = {
      type: 'object',
      offset,
      end: offset,
      properties: [],
      commas: [],
      closed: false,
    };
    this.advance('key');
    let last: Property | undefined;
    while (this.token.type !== 'end' && this.token.type !== '}') {
      if (this.token.type === ',') {
        this.comma(node, last);
        last = undefined;
        this.advance('key');
      } else if (this.token.type === 'string') {
        if (last) this.lexer.problem('missingComma', last.end, last.end);
        last = this.property(node, stringOf(this.token));
      } else if (this.token.type === ']' && this.depth > 1) {
        break;
      } else {
        this.lexer.problem('unexpected', this.token.offset, this.token.end);
        if (this.token.type === '{' || this.token.type === '[') this.value();
        else this.advance('key');
      }
    }
    this.close(node, '}', last === undefined);
    return node;
  }

  private property(parent: ObjectNode, key: StringNode): Property {
    const property: Property = {
      type: 'property',
      key,
      colon: -1,
      parent,
      offset: key.offset,
      end: key.end,
    };
    key.parent = property;
    parent.properties.push(property);
    this.advance('value');
    if (this.token.type === ':') {
      property.colon = this.token.offset;
      property.end = this.token.end;
      this.advance('value');
    } else {
      this.lexer.problem('missingColon', key.offset, key.end);
    }
    if (this.beginsNextProperty(property)) return this.withoutValue(property);
    const value = this.value();
    if (!value) return this.withoutValue(property);
    value.parent = property;
    property.value = value;
    property.end = value.end;
    this.relexAsKey();
    return property;
  }

  private withoutValue(property: Property): Property {
    if (property.colon >= 0)
      this.lexer.problem('missingValue', property.offset, property.colon + 1);
    this.relexAsKey();
    return property;
  }

  /** After `"Effect":` a string that a colon follows is the next key: the value is still to be typed. */
  private beginsNextProperty(property: Property): boolean {
    if (this.token.type !== 'string') return false;
    const gap = this.text.slice(property.end, this.token.offset);
    return gap.includes('\n') && this.lexer.colonFollows(this.token.end);
  }

  /** A word in key position ends at a colon, in value position it does not. */
  private relexAsKey(): void {
    if (this.token.type === 'string' && this.token.quote === '') {
      this.lexer.moveTo(this.token.offset);
      this.advance('key');
    }
  }

  private array(): ArrayNode {
    const { offset } = this.token;
    const node: ArrayNode = {
      type: 'array',
      offset,
      end: offset,
      items: [],
      commas: [],
      closed: false,
    };
    this.advance('value');
    let last: Node | undefined;
    while (this.token.type !== 'end' && this.token.type !== ']') {
      if (this.token.type === ',') {
        this.comma(node, last);
        last = undefined;
        this.advance('value');
        continue;
      }
      if ((this.token.type === '}' && this.depth > 1) || this.endsForgottenArray()) break;
      const before = last;
      const item = this.value();
      if (!item) {
        this.unexpected();
        continue;
      }
      if (before) this.lexer.problem('missingComma', before.end, before.end);
      item.parent = node;
      node.items.push(item);
      last = item;
    }
    this.close(node, ']', last === undefined);
    return node;
  }

  /** `["a" ⏎ "Resource": …`: the bracket was forgotten, and the string is the object's next key. */
  private endsForgottenArray(): boolean {
    return (
      this.depth > 1 &&
      this.token.type === 'string' &&
      this.token.quote === '"' &&
      this.lexer.colonFollows(this.token.end)
    );
  }

  private comma(node: ObjectNode | ArrayNode, last: Node | Property | undefined): void {
    if (!last) this.lexer.problem('unexpected', this.token.offset, this.token.end);
    node.commas.push(this.token.offset);
  }

  private close(node: ObjectNode | ArrayNode, closer: '}' | ']', afterComma: boolean): void {
    const comma = node.commas.at(-1);
    const members = node.type === 'object' ? node.properties : node.items;
    const lastMember = members.at(-1);
    if (afterComma && comma !== undefined && lastMember && comma >= lastMember.end) {
      this.lexer.problem('trailingComma', comma, comma + 1);
    }
    if (this.token.type === closer) {
      node.closed = true;
      node.end = this.token.end;
      this.advance('value');
      return;
    }
    node.end = Math.max(
      this.token.type === 'end' ? this.text.length : this.token.offset,
      node.offset + 1,
    );
    this.lexer.problem('unclosed', node.offset, node.offset + 1);
  }

  /** Skips the whole of what is nested too deep, without recursion. */
  private tooDeep(): Node {
    const { offset } = this.token;
    let open = 0;
    let { end } = this.token;
    do {
      if (this.token.type === '{' || this.token.type === '[') open++;
      if (this.token.type === '}' || this.token.type === ']') open--;
      ({ end } = this.token);
      this.advance('value');
    } while (open > 0 && this.token.type !== 'end');
    this.lexer.problem('tooDeep', offset, offset + 1);
    return { type: 'null', value: 'null', offset, end };
  }
}

function stringOf(token: Token): StringNode {
  const { offset, end, value, quote, closed } = token;
  return { type: 'string', value, quote, closed, offset, end };
}
