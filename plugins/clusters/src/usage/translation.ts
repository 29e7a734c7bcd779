import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of what is there, promised and used, now and over time. */
export const usageTranslationRef = createTranslationRef({
  id: 'plugin.clusters.usage',
  messages: {
    capacity: 'Capacity',
    promised: 'Promised',
    used: 'Used',
    resource: { cpu: 'CPU', memory: 'Memory', pods: 'Pods' },
    bar: {
      promised: '{{amount}} of {{capacity}} promised ({{percent}}%)',
      used: '{{amount}} used ({{percent}}%)',
      usedUnknown: 'use not known',
    },
    node: {
      promised: '{{percent}}% promised',
      used: '{{percent}}% used',
      pods_one: '{{count}} pod',
      pods_other: '{{count}} pods',
      legend: 'What the colours mean',
      more: 'The first {{shown}} of {{total}} nodes; the table has all.',
    },
    tone: {
      calm: 'Has room',
      tight: 'Tight: over 80% promised or used, or short of something',
      bad: 'Not ready',
      closed: 'Takes no new pods',
    },
    history: {
      title: 'Use over time',
      period: 'Period',
      day: '24 hours',
      week: '7 days',
      twoWeeks: '14 days',
      resource: 'Resource',
      asTable: 'As a table',
      asChart: 'As a chart',
      empty: 'Nothing has been recorded yet',
      emptyHelp:
        'Use is recorded every few minutes while the portal runs. Come back later.',
      peak: 'Highest of two weeks: {{promised}} promised, {{used}} used.',
      peakPromised: 'Highest of two weeks: {{promised}} promised.',
      chart: '{{resource}} over time: capacity, promised and used',
      at: 'From',
      interval: 'The highest of each {{minutes}} minutes.',
    },
    tenants: {
      title: 'Tenants',
      empty: 'No tenants',
      emptyHelp: 'No namespace that you may see stands here.',
      name: 'Tenant',
      namespaces_one: '{{count}} namespace',
      namespaces_other: '{{count}} namespaces',
      quota: 'of a quota of {{amount}}',
      usedOf: '{{amount}} used',
    },
    card: {
      nodes: '{{ready}} of {{all}} ready',
      pressed_one: '{{count}} under pressure',
      pressed_other: '{{count}} under pressure',
      cordoned_one: '{{count}} cordoned',
      cordoned_other: '{{count}} cordoned',
      gaps_one: 'There is one thing that the portal cannot see.',
      gaps_other: 'There are {{count}} things that the portal cannot see.',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
