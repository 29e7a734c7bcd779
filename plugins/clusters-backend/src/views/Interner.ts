/**
 * Gives each text one place in memory: ten thousand pods name the same few namespaces, nodes and images, and JSON brings
 * each time a copy.
 */
export class Interner {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, readonly string[]>();

  text(value: string): string;
  text(value: string | undefined): string | undefined;
  text(value: string | undefined): string | undefined {
    if (value === undefined) return undefined;
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    this.texts.set(value, value);
    return value;
  }

  list(values: string[]): readonly string[] {
    const key = values.join('\n');
    const known = this.lists.get(key);
    if (known) return known;
    const list = Object.freeze(values.map(value => this.text(value)));
    this.lists.set(key, list);
    return list;
  }
}
