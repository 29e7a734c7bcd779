import type { KubernetesObject } from '../storage/KubernetesObject';
import { badRequest } from './ApiError';

type Matcher = (object: KubernetesObject) => boolean;

/** `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas. */
export function labelMatcher(selector: string): Matcher {
  const matchers = splitOutsideParentheses(selector).map(labelRequirement);
  return object => matchers.every(matches => matches(object));
}

function labelRequirement(text: string): Matcher {
  const labels = (object: KubernetesObject) => object.metadata.labels ?? {};
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    const isIn = set[2] === 'in';
    return object => values.includes(labels(object)[set[1]]) === isIn;
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return object => (labels(object)[key] === value) === (operator !== '!=');
  }
  const existence = /^(!?)\s*([A-Za-z0-9][\w./-]*)$/.exec(text);
  if (existence) {
    return object => existence[2] in labels(object) === !existence[1];
  }
  throw badRequest(
    `unable to parse requirement: found '${text}', expected: a label requirement`,
  );
}

const FIELDS: Record<string, (object: KubernetesObject) => unknown> = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace,
  'status.phase': object => object.status?.phase,
  'spec.nodeName': object => object.spec?.nodeName ?? '',
  'involvedObject.name': object => object.involvedObject?.name,
  'involvedObject.namespace': object => object.involvedObject?.namespace,
  'involvedObject.kind': object => object.involvedObject?.kind,
  'involvedObject.uid': object => object.involvedObject?.uid,
  type: object => object.type,
};

/** `field=value` and `field!=value`, joined by commas. */
export function fieldMatcher(selector: string): Matcher {
  const matchers = selector.split(',').map((text): Matcher => {
    const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(text);
    if (!match)
      throw badRequest(
        `invalid selector: '${text}'; can't understand '${text}'`,
      );
    const [, field, operator, value] = match;
    const read = FIELDS[field];
    if (!read) throw badRequest(`field label not supported: ${field}`);
    return object =>
      (String(read(object) ?? '') === value) === (operator !== '!=');
  });
  return object => matchers.every(matches => matches(object));
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
