const STEP =
  /\.(?<field>(?:[^.[\\]|\\.)+)|\[\?\(@\.(?<key>\w+)\s*==\s*["'](?<is>[^"']*)["']\)\]|\[(?<index>\d+|\*)\]|\[["'](?<quoted>[^"']+)["']\]/y;

/** The value at a JSON path of the kind that definitions use, such as `.status.conditions[?(@.type=="Ready")].status`. */
export function valueAt(object: unknown, path: string): unknown {
  let values: unknown[] = [object];
  STEP.lastIndex = 0;
  for (let end = 0; end < path.length; end = STEP.lastIndex) {
    const step = STEP.exec(path)?.groups;
    // A path that cannot be read leads nowhere.
    if (!step) return undefined;
    values = values.flatMap(value => take(value, step));
  }
  return values[0];
}

function take(
  value: unknown,
  { field, key, is, index, quoted }: Record<string, string | undefined>,
): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (index !== undefined) {
    const items = Array.isArray(value) ? value : [];
    return index === '*' ? items : items.slice(Number(index), +index + 1);
  }
  if (key !== undefined) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.filter(
      item => (item as Record<string, unknown> | null)?.[key] === is,
    );
  }
  const name = quoted ?? field?.replace(/\\(.)/g, '$1') ?? '';
  const found = (value as Record<string, unknown>)[name];
  return found === undefined ? [] : [found];
}
