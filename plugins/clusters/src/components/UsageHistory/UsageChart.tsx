import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePortalLanguage } from '@caas/portal-ui';
import {
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { usageTranslationRef } from '../../usage/translation';
import type { Measure, SeriesPoint } from './seriesOf';
import { useAmountText } from './useAmountText';
import styles from './UsageChart.module.css';

const HEIGHT = 260;

/** Each line has a pattern of its own, for whoever does not tell the colours apart. */
const LINES = [
  { name: 'capacity', colour: 'var(--usage-capacity)', dashes: '8 4' },
  { name: 'promised', colour: 'var(--usage-promised)', dashes: '3 3' },
  { name: 'used', colour: 'var(--usage-used)', dashes: undefined },
] as const;

/** The lines of capacity, promised and used. The arrow keys go from time to time, and say the figures. */
export function UsageChart(props: {
  series: SeriesPoint[];
  measure: Measure;
  hours: number;
}) {
  const { series, measure, hours } = props;
  const { t } = useTranslationRef(usageTranslationRef);
  const language = usePortalLanguage();
  const amountText = useAmountText(measure);
  const clock = new Intl.DateTimeFormat(
    language,
    hours > 24
      ? { month: 'numeric', day: 'numeric' }
      : { hour: '2-digit', minute: '2-digit' },
  );
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const shown = LINES.filter(({ name }) =>
    series.some(point => point[name] !== undefined),
  );
  return (
    <figure
      className={styles.figure}
      aria-label={t('history.chart', { resource: t(`resource.${measure}`) })}
    >
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <ComposedChart data={series} margin={{ top: 8, right: 16, left: 8 }}>
          <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={at => clock.format(at)}
            minTickGap={40}
            stroke="var(--bui-fg-secondary)"
            tick={{ fill: 'var(--bui-fg-secondary)' }}
          />
          <YAxis
            width={72}
            tickFormatter={amountText}
            stroke="var(--bui-fg-secondary)"
            tick={{ fill: 'var(--bui-fg-secondary)' }}
          />
          <Tooltip
            formatter={amount => amountText(Number(amount))}
            labelFormatter={at => moment.format(Number(at))}
            contentStyle={{
              background: 'var(--bui-bg-neutral-1)',
              borderColor: 'var(--bui-border-2)',
              color: 'var(--bui-fg-primary)',
            }}
          />
          <Legend />
          {shown.map(({ name, colour, dashes }) => (
            <Line
              key={name}
              dataKey={name}
              name={t(name)}
              stroke={colour}
              strokeDasharray={dashes}
              strokeWidth={2}
              dot={series.length === 1}
              type="monotone"
              isAnimationActive={false}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
