const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The amount in a Kubernetes quantity, in its base unit (cores, bytes, pieces): `500m` is 0.5, `4Gi` is 4294967296,
 * `12e6` is 12000000. Undefined for what is not a quantity.
 *
 * @public
 */
export function parseQuantity(text: string): number | undefined {
  const match =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?)$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, amount, exponent, suffix = ''] = match;
  return exponent
    ? Number(`${amount}${exponent}`)
    : Number(amount) * FACTORS[suffix];
}
