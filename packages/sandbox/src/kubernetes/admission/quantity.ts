const SUFFIXES: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The value of a Kubernetes quantity, or undefined when it is not one. */
export function parseQuantity(text: unknown): number | undefined {
  const match =
    /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:([eE][+-]?\d+)|([numkMGTP]|[KMGTP]i))?$/.exec(
      String(text),
    );
  if (!match) return undefined;
  const [, amount, exponent = '', suffix] = match;
  return Number(amount + exponent) * (suffix ? SUFFIXES[suffix] : 1);
}

/** Writes a value the way Kubernetes does: CPU in cores or thousandths, memory in binary units, the rest as a number. */
export function formatQuantity(resource: string, value: number): string {
  if (resource.endsWith('cpu')) {
    const milli = Math.round(value * 1000);
    return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
  }
  if (resource.endsWith('memory') || resource.endsWith('storage')) {
    for (const unit of ['Ti', 'Gi', 'Mi', 'Ki']) {
      if (value > 0 && value % SUFFIXES[unit] === 0) {
        return `${value / SUFFIXES[unit]}${unit}`;
      }
    }
  }
  return String(value);
}
