import { Lexer } from './lexer';
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
  private depth = 0;

  constructor(private readonly text: string) {
    this.lexer = new Lexer(text);
    this.lexer.next('value');
  }

  parse(): SyntaxTree {
    const { lexer, text } = this;
    let root: Node | undefined;
    if (this.atEnd()) {
      lexer.problem('empty', 0, text.length);
    } else {
      root = this.value();
      while (!root && !this.atEnd()) {
        this.unexpected();
        root = this.value();
      }
      if (!this.atEnd()) lexer.problem('afterEnd', lexer.offset, text.length);
    }
    const { problems, comments, skipped } = lexer;
    return { text, ...(root ? { root } : {}), problems, comments, between: skipped };
  }

  private atEnd(): boolean {
    return this.lexer.type === 'end';
  }

  private advance(position: 'key' | 'value'): void {
    this.lexer.next(position);
  }

  private unexpected(): void {
    this.lexer.problem('unexpected', this.lexer.offset, this.lexer.end);
    this.advance('value');
  }

  /** Undefined when the token begins no value; then nothing is consumed. */
  private value(): Node | undefined {
    switch (this.lexer.type) {
      case 'string': {
        const node = this.stringNode();
        this.advance('value');
        return node;
      }
      case '{':
      case '[': {
        if (this.depth >= MAX_DEPTH) return this.tooDeep();
        this.depth++;
        const node = this.lexer.type === '{' ? this.object() : this.array();
        this.depth--;
        return node;
      }
      case 'number':
      case 'boolean':
      case 'null': {
        const { type, value, offset, end } = this.lexer;
        this.advance('value');
        return { type, value, offset, end, parent: undefined };
      }
      default:
        return undefined;
    }
  }

  private stringNode(): StringNode {
    const { offset, end, value, quote, closed } = this.lexer;
    return { type: 'string', value, quote, closed, offset, end, parent: undefined };
  }

  private object(): ObjectNode {
    const { offset } = this.lexer;
    const node: ObjectNode = {
      type: 'object',
      offset,
      end: offset,
      properties: [],
      commas: [],
      closed: false,
      parent: undefined,
    };
    this.advance('key');
    let last: Property | undefined;
    while (this.lexer.type !== 'end' && this.lexer.type !== '}') {
      if (this.lexer.type === ',') {
        this.comma(node, last);
        last = undefined;
        this.advance('key');
      } else if (this.lexer.type === 'string') {
        if (last) this.lexer.problem('missingComma', last.end, last.end);
        last = this.property(node, this.stringNode());
      } else if (this.lexer.type === ']' && this.depth > 1) {
        break;
      } else {
        this.lexer.problem('unexpected', this.lexer.offset, this.lexer.end);
        if (this.lexer.type === '{' || this.lexer.type === '[') this.value();
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
      value: undefined,
    };
    key.parent = property;
    parent.properties.push(property);
    this.advance('value');
    if (this.lexer.type === ':') {
      property.colon = this.lexer.offset;
      property.end = this.lexer.end;
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
    if (this.lexer.type !== 'string') return false;
    const { offset } = this.lexer;
    let at = property.end;
    while (at < offset && this.text.charCodeAt(at) !== 10) at++;
    return at < offset && this.lexer.colonFollows();
  }

  /** A word in key position ends at a colon, in value position it does not. */
  private relexAsKey(): void {
    if (this.lexer.type === 'string' && this.lexer.quote === '') {
      this.lexer.moveTo(this.lexer.offset);
      this.advance('key');
    }
  }

  private array(): ArrayNode {
    const { offset } = this.lexer;
    const node: ArrayNode = {
      type: 'array',
      offset,
      end: offset,
      items: [],
      commas: [],
      closed: false,
      parent: undefined,
    };
    this.advance('value');
    let last: Node | undefined;
    while (this.lexer.type !== 'end' && this.lexer.type !== ']') {
      if (this.lexer.type === ',') {
        this.comma(node, last);
        last = undefined;
        this.advance('value');
        continue;
      }
      if ((this.lexer.type === '}' && this.depth > 1) || this.endsForgottenArray()) break;
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
      this.lexer.type === 'string' &&
      this.lexer.quote === '"' &&
      this.lexer.colonFollows()
    );
  }

  private comma(node: ObjectNode | ArrayNode, last: Node | Property | undefined): void {
    if (!last) this.lexer.problem('unexpected', this.lexer.offset, this.lexer.end);
    node.commas.push(this.lexer.offset);
  }

  private close(node: ObjectNode | ArrayNode, closer: '}' | ']', afterComma: boolean): void {
    const comma = node.commas.at(-1);
    const members = node.type === 'object' ? node.properties : node.items;
    const lastMember = members.at(-1);
    if (afterComma && comma !== undefined && lastMember && comma >= lastMember.end) {
      this.lexer.problem('trailingComma', comma, comma + 1);
    }
    if (this.lexer.type === closer) {
      node.closed = true;
      node.end = this.lexer.end;
      this.advance('value');
      return;
    }
    node.end = Math.max(
      this.lexer.type === 'end' ? this.text.length : this.lexer.offset,
      node.offset + 1,
    );
    this.lexer.problem('unclosed', node.offset, node.offset + 1);
  }

  /** Skips the whole of what is nested too deep, without recursion. */
  private tooDeep(): Node {
    const { offset } = this.lexer;
    let open = 0;
    let { end } = this.lexer;
    do {
      if (this.lexer.type === '{' || this.lexer.type === '[') open++;
      if (this.lexer.type === '}' || this.lexer.type === ']') open--;
      ({ end } = this.lexer);
      this.advance('value');
    } while (open > 0 && this.lexer.type !== 'end');
    this.lexer.problem('tooDeep', offset, offset + 1);
    return { type: 'null', value: 'null', offset, end };
  }
}
