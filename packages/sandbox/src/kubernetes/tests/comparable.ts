/** Fields of an object's metadata that differ from run to run. */
const PER_RUN = [
  'resourceVersion',
  'uid',
  'creationTimestamp',
  'namespace',
  'generation',
];

/** JSON of any kind, as JSON.parse types it, walked without knowing it. */
type Json = any;

/**
 * What of an answer is compared with a recorded one.
 *
 * The recorder knew no times, no defaults and no controllers. So fields that no client of the case ever sent are left
 * out, and managers, which time would order, come in the order of their names. A failure is compared as it is.
 *
 * @param sent - The bodies of all writes of the case.
 */
export function comparable(body: Json, sent: unknown[]) {
  if (body.kind === 'Status') return body;
  const { metadata, ...content } = withoutFilledIn(body);
  const { managedFields, ...named } = metadata;
  for (const field of PER_RUN) delete named[field];
  const managers = (managedFields ?? [])
    .map(({ time, ...entry }: Json) => entry)
    .sort((one: Json, other: Json) =>
      `${one.manager} ${one.operation}`.localeCompare(
        `${other.manager} ${other.operation}`,
      ),
    );
  return { ...onlySent({ ...content, metadata: named }, sent), managers };
}

/** Without what an API server fills in again when nobody has it any more; the recorder left it open. */
function withoutFilledIn({ spec, ...body }: Json) {
  if (spec?.replicas !== 1)
    return spec === undefined ? body : { ...body, spec };
  const { replicas: _, ...rest } = spec;
  return { ...body, spec: rest };
}

/** The part of a value that is also in one of the sent ones, at the same place of the tree; items of a list share a place. */
function onlySent(value: Json, sent: Json[]): Json {
  const there = sent.filter(other => typeof other === 'object' && other);
  if (Array.isArray(value)) {
    const items = there.flat();
    return value.map(item => onlySent(item, items));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => there.some(other => key in other))
      .map(([key, inner]) => [
        key,
        onlySent(
          inner,
          there.map(other => other[key]),
        ),
      ]),
  );
}
