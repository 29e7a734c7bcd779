import {
  BarFrame,
  FigureBar,
  formatCores,
  QuotaBar,
  usePortalLanguage,
} from '../src';

/** A quota with room, one that is asked for, and one that is exceeded. */
export function Quotas() {
  const language = usePortalLanguage();
  const format = (amount: number) => formatCores(amount, language);
  return (
    <>
      <QuotaBar label="CPU" used={6000} limit={20_000} format={format} />
      <QuotaBar
        label="CPU"
        used={12_000}
        requested={6000}
        limit={20_000}
        format={format}
        href="/tenants/life"
      />
      <QuotaBar
        label="CPU"
        used={18_000}
        requested={6000}
        limit={20_000}
        format={format}
      />
    </>
  );
}

/** Several figures of a limit: with room, exceeded, and with figures that are not known. */
export function Figures() {
  const language = usePortalLanguage();
  const draw = (taken: number, asked: number, used?: number, peak?: number) => (
    <FigureBar
      label="CPU"
      limit={20_000}
      figures={[
        { kind: 'taken', label: 'taken', amount: taken },
        { kind: 'asked', label: 'asked', amount: asked },
        { kind: 'used', label: 'used', amount: used },
        { kind: 'peak', label: 'peak', amount: peak },
      ]}
      format={amount => formatCores(amount, language)}
    />
  );
  return (
    <>
      {draw(12_000, 4000, 3500, 9000)}
      {draw(18_000, 6000, 17_000, 17_500)}
      {draw(12_000, 0)}
    </>
  );
}

/** What every bar is made of. */
export function Frame() {
  return (
    <BarFrame
      label="CPU"
      text="40 %"
      limit={100}
      figures={[{ kind: 'taken', amount: 40 }]}
    />
  );
}
