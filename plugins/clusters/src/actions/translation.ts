import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of what people do on clusters. */
export const actionsTranslationRef = createTranslationRef({
  id: 'plugin.clusters.actions',
  messages: {
    pod: {
      facts: 'Facts',
      namespace: 'Namespace',
      node: 'Node',
      workload: 'Workload',
      state: 'State',
      createdAt: 'Created',
      containers: 'Containers',
      container: 'Container',
      init: 'runs before the others',
      restarts: 'Restarts',
      image: 'Image',
      endedBefore: 'Before: {{reason}}, exit code {{exitCode}}',
      conditions: 'Conditions',
      events: 'Events',
      noConditions: 'The cluster has told nothing yet.',
    },
    log: {
      title: 'Log',
      container: 'Container',
      tail: 'Lines',
      tailOf: 'The last {{count}}',
      since: 'Since',
      sinceAll: 'The beginning',
      sinceMinutes: '{{count}} minutes ago',
      sinceHours: '{{count}} h ago',
      previous: 'Run before the last restart',
      follow: 'Follow',
      times: 'Times',
      wrap: 'Wrap lines',
      search: 'Search the log',
      found_one: '{{count}} line',
      found_other: '{{count}} lines',
      download: 'Download',
      reload: 'Read again',
      empty: 'Nothing has been written',
      emptyHelp:
        'The container has written nothing in this time. Choose a longer one, or follow the log and wait.',
      noMatch: 'No line holds “{{text}}”.',
      cutByLines: 'There are older lines: choose more lines to see them.',
      cutByBytes:
        'The log is larger than one page shows: only the newest part is here.',
      droppedOldest:
        'Older lines have made room for newer ones: a page keeps {{count}}.',
      live: 'Following: new lines appear by themselves.',
      held: 'You have scrolled up: new lines wait below.',
      toNewest: 'To the newest lines',
      paused: 'Waiting for the log to go on: {{message}}',
      broken: 'The connection broke; the log is being opened again.',
      ended: 'The log has ended: {{message}}',
      loading: 'The log is being read',
      denied:
        'Logs are for developers, operators and administrators of the tenant. Ask an administrator of the tenant for such a role.',
    },
  },
  translations: {
    'zh-CN': async () => ({ default: (await import('./zh-CN')).default }),
  },
});
