/** One element of a path, as `fieldsV1` writes it: `f:data`, `k:{"name":"main"}`, `v:"x.io/a"`. */
export type PathElement = string;

/** The JSON form of a set of fields, as `metadata.managedFields[].fieldsV1` holds it. */
export type FieldsV1 = { [element: string]: FieldsV1 };

const SEPARATOR = '\u0000';

/** A set of field paths. Values of this class never change. */
export class FieldSet {
  private constructor(private readonly paths: ReadonlySet<string>) {}

  static readonly empty = new FieldSet(new Set());

  static of(paths: Iterable<readonly PathElement[]>): FieldSet {
    const keys = new Set<string>();
    for (const path of paths) keys.add(path.join(SEPARATOR));
    return new FieldSet(keys);
  }

  static fromFieldsV1(fields: FieldsV1): FieldSet {
    const paths: PathElement[][] = [];
    const walk = (node: FieldsV1, trail: PathElement[]) => {
      for (const [element, child] of Object.entries(node)) {
        if (element === '.') {
          paths.push(trail);
        } else if (Object.keys(child).length === 0) {
          paths.push([...trail, element]);
        } else {
          walk(child, [...trail, element]);
        }
      }
    };
    walk(fields, []);
    return FieldSet.of(paths);
  }

  get isEmpty(): boolean {
    return this.paths.size === 0;
  }

  has(path: readonly PathElement[]): boolean {
    return this.paths.has(path.join(SEPARATOR));
  }

  /** Whether some member lies at or below this path. */
  touches(path: readonly PathElement[]): boolean {
    const key = path.join(SEPARATOR);
    const prefix = key + SEPARATOR;
    for (const member of this.paths) {
      if (member === key || member.startsWith(prefix)) return true;
    }
    return false;
  }

  union(other: FieldSet): FieldSet {
    return new FieldSet(new Set([...this.paths, ...other.paths]));
  }

  intersection(other: FieldSet): FieldSet {
    return this.filter(path => other.paths.has(path));
  }

  difference(other: FieldSet): FieldSet {
    return this.filter(path => !other.paths.has(path));
  }

  list(): PathElement[][] {
    return [...this.paths].sort().map(path => path.split(SEPARATOR));
  }

  toFieldsV1(): FieldsV1 {
    const root: FieldsV1 = {};
    for (const path of this.list()) {
      let node = root;
      for (const element of path) node = node[element] ??= {};
    }
    return this.markMembers(root, []);
  }

  /** A node with children is a member only when it carries `.`. */
  private markMembers(node: FieldsV1, trail: PathElement[]): FieldsV1 {
    const marked: FieldsV1 = {};
    if (trail.length > 0 && Object.keys(node).length > 0 && this.has(trail)) {
      marked['.'] = {};
    }
    for (const element of Object.keys(node).sort()) {
      marked[element] = this.markMembers(node[element], [...trail, element]);
    }
    return marked;
  }

  private filter(keep: (path: string) => boolean): FieldSet {
    return new FieldSet(new Set([...this.paths].filter(keep)));
  }
}

/** `.spec.ports[port=80,protocol="TCP"].targetPort`: a path as Kubernetes writes it in messages. */
export function formatPath(path: readonly PathElement[]): string {
  return path
    .map(element => {
      const body = element.slice(2);
      if (element.startsWith('f:')) return `.${body}`;
      if (element.startsWith('v:')) return `[=${body}]`;
      const pairs = Object.entries(JSON.parse(body)).map(
        ([key, value]) => `${key}=${JSON.stringify(value)}`,
      );
      return `[${pairs.join(',')}]`;
    })
    .join('');
}
