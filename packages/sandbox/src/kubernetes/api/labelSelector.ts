import { faultOfKey, faultOfValue } from '../admission/labels';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { badRequest } from './ApiError';

export type Matcher = (object: KubernetesObject) => boolean;

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const TOKEN = /\s*(==|!=|[=!,()<>]|[^\s=!,()<>]+)/y;
const END = '';

const unparsable = (why: string) =>
  badRequest(`unable to parse requirement: ${why}`);

/** A selector that breaks off between requirements; one that breaks off inside a requirement says so. */
const expected = (found: string, what: string) =>
  badRequest(`found '${found}', expected: ${what}`);

const unexpected = (found: string, what: string) =>
  unparsable(`found '${found}', expected: ${what}`);

/** Reads a label selector as Kubernetes' own parser does: by tokens, and refusing what it does not expect. */
class LabelSelectorParser {
  private readonly tokens: string[];
  private position = 0;

  constructor(selector: string) {
    this.tokens = tokenize(selector);
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    if (this.peek() === END) return requirements;
    for (;;) {
      requirements.push(this.requirement());
      const next = this.take();
      if (next === END) return requirements;
      if (next !== ',') throw expected(next, "',' or 'end of string'");
      if (this.peek() === END || !/^[^=,()<>]/.test(this.peek())) {
        throw expected(this.peek(), "identifier after ','");
      }
    }
  }

  private requirement(): Requirement {
    if (this.peek() === '!') {
      this.take();
      const absent = this.key();
      return labels => !(absent in labels);
    }
    const key = this.key();
    const operator = this.peek();
    if (operator === ',' || operator === END) return labels => key in labels;
    this.take();
    switch (operator) {
      case '=':
      case '==': {
        const value = this.value(key);
        return labels => labels[key] === value;
      }
      case '!=': {
        const value = this.value(key);
        return labels => labels[key] !== value;
      }
      case 'in': {
        const values = this.values(key);
        return labels => key in labels && values.includes(labels[key]);
      }
      case 'notin': {
        const values = this.values(key);
        return labels => !(key in labels && values.includes(labels[key]));
      }
      case '<':
      case '>': {
        const bound = this.number(key);
        return labels =>
          /^-?\d+$/.test(labels[key] ?? '') &&
          (operator === '<'
            ? Number(labels[key]) < bound
            : Number(labels[key]) > bound);
      }
      default:
        throw unexpected(operator, 'in, notin, =, ==, !=, gt, lt');
    }
  }

  private key(): string {
    const key = this.take();
    if (!/^[^=!,()<>]/.test(key)) {
      throw expected(key, "!, identifier, or 'end of string'");
    }
    const fault = faultOfKey(key);
    if (fault) {
      throw unparsable(
        `<nil>: Invalid value: ${JSON.stringify(key)}: ${fault}`,
      );
    }
    return key;
  }

  private value(key: string): string {
    if (this.peek() === ',' || this.peek() === END) return '';
    const value = this.take();
    if (!/^[^=!,()<>]/.test(value)) throw unexpected(value, 'identifier');
    return checkedValue(key, value);
  }

  private values(key: string): string[] {
    const open = this.take();
    // Kubernetes leaves the comma out here.
    if (open !== '(') throw unparsable(`found '${open}' expected: '('`);
    const values: string[] = [];
    for (;;) {
      const next = this.take();
      if (next === ')' || next === ',') values.push('');
      else if (next === END || /^[=!(<>]/.test(next)) {
        throw unexpected(next, "',', ')' or identifier");
      } else values.push(checkedValue(key, next));
      if (next === ')') return values;
      if (next === ',') continue;
      const after = this.take();
      if (after === ')') return values;
      if (after !== ',') throw unexpected(after, "',' or ')'");
    }
  }

  private number(key: string): number {
    const value = this.value(key);
    if (!/^-?\d+$/.test(value)) {
      throw unparsable(
        `values[0]: Invalid value: "${value}": for 'Gt', 'Lt' operators, the value must be an integer`,
      );
    }
    return Number(value);
  }

  private peek(): string {
    return this.tokens[this.position] ?? END;
  }

  private take(): string {
    const token = this.peek();
    this.position += 1;
    return token;
  }
}

function tokenize(selector: string): string[] {
  return [...selector.matchAll(new RegExp(TOKEN, 'g'))].map(match => match[1]);
}

function checkedValue(key: string, value: string): string {
  const fault = faultOfValue(value);
  if (!fault) return value;
  throw unparsable(
    `values[0][${key}]: Invalid value: ${JSON.stringify(value)}: ${fault}`,
  );
}

/** `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, `a>1`, joined by commas. */
export function labelMatcher(selector: string): Matcher {
  const requirements = new LabelSelectorParser(selector).parse();
  return ({ metadata }) =>
    requirements.every(matches => matches(metadata.labels ?? {}));
}
