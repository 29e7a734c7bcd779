import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

const NANOSECONDS = 1e9;

/**
 * Event loop, memory and processor time of this process.
 *
 * @returns a function that ends the measuring
 */
export function measureProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let before = performance.eventLoopUtilization();

  const delays = meter.createObservableGauge('nodejs.eventloop.delay', {
    description:
      'By how much timers came late since the metrics were read before',
    unit: 's',
  });
  const utilization = meter.createObservableGauge(
    'nodejs.eventloop.utilization',
    {
      description:
        'Share of time that the event loop was busy since the metrics were read before',
      unit: '1',
    },
  );
  meter.addBatchObservableCallback(
    result => {
      for (const percentile of [50, 99]) {
        result.observe(delays, delay.percentile(percentile) / NANOSECONDS, {
          quantile: String(percentile / 100),
        });
      }
      result.observe(delays, delay.max / NANOSECONDS, { quantile: '1' });
      delay.reset();
      const now = performance.eventLoopUtilization();
      const { utilization: share } = performance.eventLoopUtilization(
        now,
        before,
      );
      result.observe(utilization, share);
      before = now;
    },
    [delays, utilization],
  );

  const memory = meter.createObservableGauge('process.memory.usage', {
    description: 'Memory of the process, by kind',
    unit: 'By',
  });
  const processor = meter.createObservableCounter('process.cpu.time', {
    description: 'Processor time, by mode',
    unit: 's',
  });
  meter
    .createObservableGauge('process.uptime', {
      description: 'Time since the process started',
      unit: 's',
    })
    .addCallback(result => result.observe(process.uptime()));
  meter.addBatchObservableCallback(
    result => {
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      const kinds = {
        rss,
        heap_used: heapUsed,
        heap_total: heapTotal,
        external,
      };
      for (const [kind, bytes] of Object.entries(kinds)) {
        result.observe(memory, bytes, { kind });
      }
      const { user, system } = process.cpuUsage();
      result.observe(processor, user / 1e6, { mode: 'user' });
      result.observe(processor, system / 1e6, { mode: 'system' });
    },
    [memory, processor],
  );
  return () => delay.disable();
}
