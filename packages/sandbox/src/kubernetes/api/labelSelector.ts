import type { KubernetesObject } from '../storage/KubernetesObject';
import { badRequest } from './ApiError';

export type Matcher = (object: KubernetesObject) => boolean;

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

const KEY =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?)?$/;
const TOKEN = /\s*(==|!=|[=!,()<>]|[^\s=!,()<>]+)/y;
const END = '';

/** `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, `a>1`, joined by commas. */
export function labelMatcher(selector: string): Matcher {
  const requirements = new LabelSelectorParser(selector).parse();
  return ({ metadata }) =>
    requirements.every(matches => matches(metadata.labels ?? {}));
}

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
      if (next !== ',') throw unexpected(next, "',' or 'end of string'");
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
        const value = this.value();
        return labels => labels[key] === value;
      }
      case '!=': {
        const value = this.value();
        return labels => labels[key] !== value;
      }
      case 'in': {
        const values = this.values();
        return labels => key in labels && values.includes(labels[key]);
      }
      case 'notin': {
        const values = this.values();
        return labels => !(key in labels && values.includes(labels[key]));
      }
      case '<':
      case '>': {
        const bound = this.number();
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
      throw unexpected(key, "!, identifier, or 'end of string'");
    }
    if (!KEY.test(key)) throw unparsable(`<nil>: Invalid value: "${key}"`);
    return key;
  }

  private value(): string {
    if (this.peek() === ',' || this.peek() === END) return '';
    const value = this.take();
    if (!/^[^=!,()<>]/.test(value)) throw unexpected(value, 'identifier');
    return checkedValue(value);
  }

  private values(): string[] {
    const open = this.take();
    if (open !== '(') throw unexpected(open, "'('");
    const values: string[] = [];
    for (;;) {
      const next = this.take();
      if (next === ')' || next === ',') values.push('');
      else if (next === END || /^[=!(<>]/.test(next)) {
        throw unexpected(next, "',', ')' or identifier");
      } else values.push(checkedValue(next));
      if (next === ')') return values;
      if (next === ',') continue;
      const after = this.take();
      if (after === ')') return values;
      if (after !== ',') throw unexpected(after, "',' or ')'");
    }
  }

  private number(): number {
    const value = this.value();
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

function checkedValue(value: string): string {
  if (VALUE.test(value)) return value;
  throw unparsable(`values[0]: Invalid value: "${value}"`);
}

const unparsable = (why: string) =>
  badRequest(`unable to parse requirement: ${why}`);

const unexpected = (found: string, expected: string) =>
  unparsable(`found '${found}', expected: ${expected}`);
