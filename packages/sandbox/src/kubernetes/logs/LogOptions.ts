import { badRequest, invalid } from '../api/ApiError';

/** Which lines of a container's log are wanted, and in what form. */
export type LogOptions = {
  container?: string;
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  /** Nothing that was written before. */
  since?: Date;
  tailLines?: number;
  limitBytes?: number;
};

const KIND = { group: '', kind: 'PodLogOptions', plural: 'PodLogOptions' };

/** Reads the query of `…/log`, and refuses what Kubernetes refuses. */
export function readLogOptions(
  pod: string,
  query: URLSearchParams,
  now: Date,
): LogOptions {
  const limitBytes = readNumber(query, 'limitBytes');
  const sinceSeconds = readNumber(query, 'sinceSeconds');
  const tailLines = readNumber(query, 'tailLines');
  const sinceTime = readTime(query);
  const faults = [
    ...(tailLines !== undefined && tailLines < 0
      ? [tooSmall('tailLines', tailLines, 'greater than or equal to 0')]
      : []),
    ...(limitBytes !== undefined && limitBytes < 1
      ? [tooSmall('limitBytes', limitBytes, 'greater than 0')]
      : []),
    ...(sinceSeconds !== undefined && sinceTime
      ? [
          {
            // The options themselves have no name for this.
            field: '[]',
            reason: 'FieldValueForbidden',
            message:
              'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
          },
        ]
      : []),
    ...(sinceSeconds !== undefined && !sinceTime && sinceSeconds < 1
      ? [tooSmall('sinceSeconds', sinceSeconds, 'greater than 0')]
      : []),
  ];
  if (faults.length > 0) throw invalid(KIND, pod, faults);
  return {
    container: query.get('container') || undefined,
    follow: readSwitch(query, 'follow'),
    previous: readSwitch(query, 'previous'),
    timestamps: readSwitch(query, 'timestamps'),
    since:
      sinceSeconds === undefined
        ? sinceTime
        : new Date(now.getTime() - sinceSeconds * 1000),
    tailLines,
    limitBytes,
  };
}

function tooSmall(field: string, value: number, rule: string) {
  return { field, message: `Invalid value: ${value}: must be ${rule}` };
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw badRequest(
    `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}

function readTime(query: URLSearchParams): Date | undefined {
  const text = query.get('sinceTime');
  if (!text) return undefined;
  const time = new Date(text);
  const isTime = /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(+time);
  if (isTime) return time;
  throw badRequest(
    `parsing time ${JSON.stringify(text)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(text)} as "2006"`,
  );
}

/** As Kubernetes reads a boolean of a query: everything but these says yes. */
function readSwitch(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text !== null && !['false', '0'].includes(text.toLowerCase());
}
